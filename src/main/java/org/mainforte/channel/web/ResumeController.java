package org.mainforte.channel.web;

import io.nayuki.qrcodegen.QrCode;
import java.net.URI;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.ResumeLinks;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Problem;
import org.mainforte.people.SignIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Links to go on with a conversation on another device, with a QR code (ISO/IEC 18004) for a phone's camera. */
@RestController
class ResumeController {
    private final Conversations conversations;
    private final ResumeLinks links;
    private final SignIn signIn;
    private final String publicUrl;

    ResumeController(
            Conversations conversations,
            ResumeLinks links,
            SignIn signIn,
            @Value("${mainforte.public-url:}") String publicUrl) {
        this.conversations = conversations;
        this.links = links;
        this.signIn = signIn;
        this.publicUrl = publicUrl;
    }

    record Link(String url, String qr, OffsetDateTime expires) {}

    @PostMapping("/api/conversations/{id}/resume-links")
    ResponseEntity<Link> make(
            @AuthenticationPrincipal Jwt token, @PathVariable ConversationId id, ServerHttpRequest request) {
        Conversation conversation = conversations.mine(id, signIn.employee(token, id));
        ResumeLinks.Link link = links.make(conversation);
        // The token stands behind “#”: browsers never send it to a server or in a Referer.
        String url = base(request) + "/chat#resume=" + link.token();
        return ResponseEntity.created(URI.create("/chat"))
                .body(new Link(
                        url, svg(url), link.expires().atZone(ActingClock.PARIS).toOffsetDateTime()));
    }

    record Redeem(@Nullable String token) {}

    @PostMapping("/api/resume-links/redeem")
    ResumeLinks.Session redeem(@RequestBody Redeem body) {
        if (body.token() == null || body.token().length() > 100) {
            throw new Problem(404, "resume-link-invalid");
        }
        return links.redeem(body.token());
    }

    /** The address people reach us at; a setting, because a Host header may be forged. Without it, the address called. */
    private String base(ServerHttpRequest request) {
        if (!publicUrl.isBlank()) {
            return publicUrl.replaceAll("/+$", "");
        }
        URI called = request.getURI();
        return called.getScheme() + "://" + called.getAuthority();
    }

    private static String svg(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int quiet = 4;
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x + quiet, y + quiet));
                }
            }
        }
        int side = code.size + 2 * quiet;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges" role="img"><rect width="100%%" height="100%%" fill="#fff"/><path d="%s" fill="#000"/></svg>""".formatted(side, side, path);
    }
}
