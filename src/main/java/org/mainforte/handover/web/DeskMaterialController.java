package org.mainforte.handover.web;

import java.nio.charset.StandardCharsets;
import org.mainforte.catalogue.CaseFile.Enclosure;
import org.mainforte.conversation.Attachments;
import org.mainforte.conversation.Translations;
import org.mainforte.handover.AgentDesk;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Employee;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What helps an agent to read a conversation: the files sent in it, and its messages in their own language. */
@RestController
@RequestMapping("/api/desk/conversations/{id}")
class DeskMaterialController {
    private final AgentDesk desk;
    private final Attachments attachments;
    private final Translations translations;
    private final DeskAccess access;

    DeskMaterialController(AgentDesk desk, Attachments attachments, Translations translations, DeskAccess access) {
        this.desk = desk;
        this.attachments = attachments;
        this.translations = translations;
        this.access = access;
    }

    /** A file as it was sent, for saving; its type was read off its first bytes. */
    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal Jwt token, @PathVariable ConversationId id, @PathVariable String file) {
        desk.open(id, access.agent(token));
        Enclosure found = attachments.of(id).stream()
                .filter(one -> one.id().equals(file))
                .findFirst()
                .orElseThrow(Problem::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.type()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(found.bytes());
    }

    /** @param by always {@code model}: nobody has checked it */
    record Translated(String text, Language language, String by) {}

    /** A message in the agent's language, made by a language model. 503 when there is none now. */
    @GetMapping("/messages/{seq}/translation")
    Translated translation(
            @AuthenticationPrincipal Jwt token,
            @PathVariable ConversationId id,
            @PathVariable int seq,
            @RequestParam String language) {
        Employee agent = access.agent(token);
        desk.open(id, agent);
        Language to = Language.of(language);
        return translations
                .of(id, seq, to, agent.id())
                .map(text -> new Translated(text, to, "model"))
                .orElseThrow(() -> new Problem(503, "no-translation"));
    }
}
