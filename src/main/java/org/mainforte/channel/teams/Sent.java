package org.mainforte.channel.teams;

import org.mainforte.conversation.Message;

/** How we know again what we put into a conversation ourselves. */
final class Sent {
    static final String CLIENT = "teams-";

    private Sent() {}

    /** What the person wrote in Teams stands there already. */
    static boolean hereAlready(Message message) {
        String client = message.clientId();
        return message.author().kind() == Message.Kind.EMPLOYEE && client != null && client.startsWith(CLIENT);
    }
}
