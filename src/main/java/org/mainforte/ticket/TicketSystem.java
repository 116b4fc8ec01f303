package org.mainforte.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.CaseFile;
import org.mainforte.outside.Refused;
import org.mainforte.outside.Unavailable;
import org.mainforte.people.Employee;

/** The system in which the service desk works on tickets. */
public interface TicketSystem {
    /** As clients read it in {@code external.system}. */
    String name();

    /**
     * Whether our own database is the system: a ticket is then open in the transaction that stores it, and nothing of the rest
     * is ever asked. Otherwise a ticket is {@link TicketState#RECORDED} until it is accepted.
     */
    boolean immediate();

    /**
     * Creates the ticket there, once for each key.
     *
     * @param again whether an earlier attempt may have succeeded although its answer was lost: the key is searched first
     * @throws Unavailable when the system could not be asked or its answer is unknown
     * @throws Refused when it does not accept the ticket
     */
    Filed create(CaseToFile work, boolean again);

    /**
     * Adds what the employee said later, as a reply that the desk sees.
     *
     * @param again whether an earlier attempt may have succeeded: it is then looked for first
     * @return the id of the reply there
     */
    String add(Ticket.External external, NoteToFile note, boolean again);

    /** Which tickets changed there since a position; null reads from now on. The same change may be told twice, none is lost. */
    Touched touched(@Nullable String position);

    /** How a ticket stands there now, with the replies to its employee that are not {@code known}; empty when it is gone. */
    Seen read(String id, Set<String> known);

    /**
     * Everything the desk needs.
     *
     * @param key names the case in both systems; unique whatever happens to our database
     * @param employee who asked for it; null when the directory does not know them any more
     * @param text the whole case in words, so that nothing is lost where the system has no field for it
     */
    record CaseToFile(
            Ticket ticket, String key, @Nullable Employee employee, String text, List<CaseFile.Enclosure> enclosures) {}

    /**
     * A later word of the employee, or of an agent.
     *
     * @param key names it in both systems
     * @param internal it is for colleagues only
     * @param enclosures the files that came with it
     */
    record NoteToFile(
            Ticket ticket,
            String key,
            String author,
            String text,
            boolean internal,
            List<CaseFile.Enclosure> enclosures) {}

    /**
     * What became of a ticket there.
     *
     * @param external null when the ticket lives in our own database only
     * @param dropped the fields that the system did not keep, in its own names
     */
    record Filed(TicketState state, Ticket.@Nullable External external, List<String> dropped) {}

    /** @param position where to go on next time */
    record Touched(Set<String> ids, String position) {}

    /**
     * @param state null when the system does not say
     * @param mergedInto the ticket there that it has become a part of; null when it stands for itself
     */
    record Seen(
            @Nullable TicketState state,
            List<Reply> replies,
            @Nullable String mergedInto) {}

    /**
     * A reply to the employee; internal comments are none.
     *
     * @param byEmployee they answered there themselves, by mail
     * @param files the names of the files that came with it
     */
    record Reply(String id, Instant at, String author, boolean byEmployee, String text, List<String> files) {}
}
