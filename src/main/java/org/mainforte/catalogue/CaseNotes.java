package org.mainforte.catalogue;

import org.mainforte.kernel.ConversationId;

/** Where it is written down what became of a case, for whoever goes on with it; for rooms that do not know tickets. */
@FunctionalInterface
public interface CaseNotes {
    /**
     * Leaves word for colleagues in a ticket, with the files that its conversation has got since. The person of the ticket does not
     * read it. Call it in a transaction.
     *
     * @param reference of a ticket; of one that is not there, nothing happens
     * @param author the agent's name
     */
    void leave(String reference, ConversationId conversation, String author, String text);
}
