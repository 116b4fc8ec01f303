package org.mainforte.conversation;

import java.util.List;
import java.util.stream.Collectors;
import org.mainforte.catalogue.CaseFile;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** The case file of a conversation: its transcript and the files sent in it. */
@Component
class CaseFiles implements CaseFile {
    private final MessageRows rows;
    private final Attachments attachments;

    CaseFiles(MessageRows rows, Attachments attachments) {
        this.rows = rows;
        this.attachments = attachments;
    }

    @Override
    public String transcript(ConversationId conversation, Language language) {
        return rows.messages(conversation, 0, Integer.MAX_VALUE).stream()
                .map(message -> Texts.day(language, message.at().toLocalDate()) + " "
                        + Texts.time(language, message.at().toZonedDateTime()) + " · "
                        + message.author().name() + " · " + message.text())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public List<Enclosure> enclosures(ConversationId conversation) {
        return attachments.of(conversation);
    }
}
