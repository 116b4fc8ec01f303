package org.mainforte.conversation;

import java.util.List;
import java.util.Optional;

/** Somebody who phrases a summary better than rules do. */
public interface SummaryWriter {
    /**
     * The same facts better told; takes a few seconds at most.
     *
     * @param byRules what rules made of it
     * @param messages the whole conversation
     * @return empty when it cannot now
     */
    Optional<Summary> write(Summary byRules, List<Message> messages);
}
