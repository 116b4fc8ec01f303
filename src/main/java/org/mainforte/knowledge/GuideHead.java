package org.mainforte.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.mainforte.kernel.Language;

/** What the search takes from a guide's file: its title and the questions people ask for it. */
record GuideHead(String id, Language language, String title, List<String> questions) {
    List<String> asked() {
        List<String> asked = new ArrayList<>(questions);
        asked.add(title);
        return asked;
    }
}
