package org.mainforte.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that only phrases the sections it is given: the first section in its own order, cited; a question back at a near tie;
 * and that it does not know when there is none.
 */
final class Phrasing implements ModelDouble.Behaviour {
    private static final Pattern FIRST =
            Pattern.compile("\\[s1] [^\\n]*\\n(.*?)(?=\\n\\n\\[s\\d+] |\\z)", Pattern.DOTALL);

    @Override
    public void answer(ModelDouble.Asked asked, ModelDouble.Pen pen) throws Exception {
        String system = asked.system();
        Matcher section = FIRST.matcher(system);
        if (!section.find()) {
            pen.calls("verdict", "{\"kind\":\"unknown\"}").done();
        } else if (system.contains("near tie")) {
            pen.calls("verdict", "{\"kind\":\"clarification\"}").done();
        } else {
            pen.says(section.group(1).strip() + " [s1]").done();
        }
    }
}
