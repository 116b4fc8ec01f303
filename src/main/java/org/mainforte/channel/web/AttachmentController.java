package org.mainforte.channel.web;

import java.net.URI;
import org.mainforte.catalogue.CaseFile.Enclosure;
import org.mainforte.conversation.Attachments;
import org.mainforte.conversation.Conversations;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Problem;
import org.mainforte.people.SignIn;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Takes the files people send. */
@RestController
class AttachmentController {
    private final Conversations conversations;
    private final Attachments attachments;
    private final SignIn signIn;
    private final Scheduler threads;

    AttachmentController(
            Conversations conversations,
            Attachments attachments,
            SignIn signIn,
            AsyncTaskExecutor applicationTaskExecutor) {
        this.conversations = conversations;
        this.attachments = attachments;
        this.signIn = signIn;
        this.threads = Schedulers.fromExecutor(applicationTaskExecutor);
    }

    record Kept(String id, String name, String type, int size) {}

    @PostMapping("/api/conversations/{id}/attachments")
    Mono<ResponseEntity<Kept>> keep(
            @AuthenticationPrincipal Jwt token, @PathVariable ConversationId id, @RequestPart("file") FilePart file) {
        return Mono.fromCallable(() -> conversations.mine(id, signIn.employee(token, id)))
                .subscribeOn(threads)
                .then(DataBufferUtils.join(file.content(), Attachments.LARGEST))
                .onErrorMap(DataBufferLimitException.class, tooLarge -> new Problem(413, "attachment-too-large"))
                .map(AttachmentController::bytes)
                .publishOn(threads)
                .map(bytes -> kept(attachments.keep(id, file.filename(), bytes), id));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static ResponseEntity<Kept> kept(Enclosure file, ConversationId id) {
        return ResponseEntity.created(URI.create("/api/conversations/" + id + "/attachments/" + file.id()))
                .body(new Kept(file.id(), file.name(), file.type(), file.bytes().length));
    }
}
