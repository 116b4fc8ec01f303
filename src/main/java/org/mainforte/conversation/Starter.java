package org.mainforte.conversation;

import org.mainforte.catalogue.Start;

/** Begins something named by a {@link Start}: a guide, a request, a lookup, an article's section. */
public interface Starter {
    /** The {@link Start#kind()} this room begins. */
    String kind();

    /** Begins it. @return false when there is no such thing */
    boolean start(Start start, Turn turn, ReplySink sink);
}
