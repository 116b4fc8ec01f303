package org.mainforte.channel.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mainforte.channel.teams.wire.Activity;
import org.mainforte.channel.teams.wire.Downloads;
import org.mainforte.conversation.Attachments;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Files and pictures that people send in a personal chat: fetched from allowed hosts, kept for their tickets. */
@Component
class Files {
    private static final int MOST = 5;

    private final Downloads downloads;
    private final Attachments attachments;

    /** A file that is refused is undone alone; the words beside it stay. */
    private final TransactionTemplate nested;

    Files(Downloads downloads, Attachments attachments, PlatformTransactionManager transactions) {
        this.downloads = downloads;
        this.attachments = attachments;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    record File(String name, Optional<byte[]> bytes) {}

    record Fetched(List<File> files) {
        static final Fetched NONE = new Fetched(List.of());
    }

    Fetched fetch(Activity activity) {
        if (!activity.personal() || activity.attachments().isEmpty()) {
            return Fetched.NONE;
        }
        String serviceUrl = activity.text("serviceUrl");
        List<File> files = activity.attachments().stream()
                .filter(Downloads::isFile)
                .limit(MOST)
                .map(one -> new File(
                        name(one), downloads.fetch(one, serviceUrl == null ? "" : serviceUrl, Attachments.LARGEST)))
                .toList();
        return new Fetched(files);
    }

    private static String name(JsonNode attachment) {
        String name = attachment.path("name").asString("");
        return name.isBlank() ? "image" : name.substring(0, Math.min(name.length(), 120));
    }

    /** Keeps them; what to tell the person, one line a file. */
    List<String> keep(ConversationId conversation, Fetched fetched, Language language) {
        List<String> told = new ArrayList<>();
        for (File file : fetched.files()) {
            told.add(keep(conversation, file, language));
        }
        return told;
    }

    private String keep(ConversationId conversation, File file, Language language) {
        if (file.bytes().isEmpty()) {
            return Texts.get(language, "teams.file.refused", shown(file.name()));
        }
        try {
            nested.executeWithoutResult(status ->
                    attachments.keep(conversation, file.name(), file.bytes().get()));
            return Texts.get(language, "teams.file.kept", shown(file.name()));
        } catch (Problem refused) {
            return Texts.get(
                    language, "problem." + refused.code(), refused.arguments().toArray());
        }
    }

    /** A name is the sender's, so nothing in it is Markdown. */
    private static String shown(String name) {
        return name.replaceAll("[\\[\\]()*_`<>#\\\\]", " ").strip();
    }
}
