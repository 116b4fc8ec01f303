package org.mainforte.load;

import java.net.http.HttpRequest;
import java.util.List;

/** A server under load. Conversations are counted from 0. */
interface Target {
    String name();

    /** Makes this many conversations, each ready for its first turn. */
    void open(int conversations) throws Exception;

    /** The event stream of a conversation. */
    HttpRequest events(int conversation);

    /** What an event says about a conversation. @return whether a turn is over */
    boolean heard(int conversation, String event, String data);

    /** The next turn of a conversation. */
    HttpRequest turn(int conversation);

    /** Everything that went wrong so far. */
    List<String> faults();
}
