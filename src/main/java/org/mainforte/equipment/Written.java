package org.mainforte.equipment;

import java.util.Locale;

/** Constants as they stand in tables, in the demo world and over HTTP: lower case, with hyphens. */
final class Written {
    private Written() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E read(Class<E> type, String written) {
        return Enum.valueOf(type, written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
