package org.mainforte.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that does what a good one would: begins the procedure that a section offers when the person wants to be led, and phrases
 * the given sections otherwise.
 */
public final class Scripted implements ModelDouble.Behaviour {
    private static final ModelDouble MODEL = new ModelDouble();
    private static final Pattern GUIDE = Pattern.compile("Guides [^:\\n]*:\\s?([a-z0-9-]+)");
    private static final Pattern WANTS_TO_BE_LED =
            Pattern.compile("(?i)guide[zs]?[- ]moi|pas à pas|étape par étape|step by step|walk me through|lead me");

    private final Phrasing phrasing = new Phrasing();

    /** The server of all journeys of this process, under way at the first call. */
    public static synchronized ModelDouble server() {
        MODEL.does(new Scripted());
        return MODEL;
    }

    @Override
    public void answer(ModelDouble.Asked asked, ModelDouble.Pen pen) throws Exception {
        Matcher guide = GUIDE.matcher(asked.system());
        if (WANTS_TO_BE_LED.matcher(asked.user()).find() && guide.find()) {
            pen.calls("start-guide", "{\"guide\":\"" + guide.group(1) + "\"}").done();
        } else {
            phrasing.answer(asked, pen);
        }
    }
}
