package org.mainforte.kernel;

import java.util.List;
import java.util.Map;

/**
 * A part of the demo world that one room keeps. The world is replaced whole: first every room forgets what it holds, then each
 * takes its own parts. A part is a list of JSON objects (or one value), already read into maps.
 */
public interface DemoPart {
    /** The names of the parts this room understands, as they stand in the world file. */
    List<String> names();

    /** Forgets everything that the demo holds or that was created in it. */
    void clear();

    /**
     * Takes what the world says. Only parts of {@link #names()} are given, all of them optional.
     *
     * @throws Problem 422 {@code demo-world-invalid} when a part cannot be understood
     */
    void take(Map<String, Object> parts);
}
