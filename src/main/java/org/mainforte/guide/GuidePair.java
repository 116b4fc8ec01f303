package org.mainforte.guide;

import org.mainforte.kernel.Language;

/** A guide in both languages: the same steps in the same order. */
record GuidePair(Guide french, Guide english) {
    Guide in(Language language) {
        return language == Language.FR ? french : english;
    }
}
