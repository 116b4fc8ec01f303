package org.mainforte.channel.teams;

import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/** What a person reads when their click had no effect. */
final class Refusals {
    private Refusals() {}

    static String text(Clicks.Result result, Language language) {
        return Texts.get(
                language,
                switch (result) {
                    case TAKEN, ALREADY -> "teams.click.already";
                    case NOT_YOURS -> "teams.click.not-yours";
                    case NOT_OFFERED -> "teams.click.not-offered";
                    case CLOSED -> "teams.click.closed";
                });
    }
}
