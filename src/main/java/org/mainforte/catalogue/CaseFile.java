package org.mainforte.catalogue;

import java.util.List;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;

/** What a conversation leaves for whoever takes the case: what was said and tried, and the files the person sent. */
public interface CaseFile {
    /** The conversation in plain text, one line a message with its time and speaker; empty when it was erased. */
    String transcript(ConversationId conversation, Language language);

    List<Enclosure> enclosures(ConversationId conversation);

    /** A file of the person. {@code type} is {@code image/png}, {@code image/jpeg}, … or {@code application/pdf}. */
    record Enclosure(String id, String name, String type, byte[] bytes) {}
}
