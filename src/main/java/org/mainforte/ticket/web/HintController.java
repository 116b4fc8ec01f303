package org.mainforte.ticket.web;

import org.mainforte.ticket.Hints;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the ticket system says that something has changed. It signs what it says; nobody signs in. */
@RestController
class HintController {
    private final Hints hints;

    HintController(Hints hints) {
        this.hints = hints;
    }

    @PostMapping("/api/hooks/tickets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changed(
            @RequestHeader(value = "X-Mainforte-Signature", defaultValue = "") String signature,
            @RequestBody(required = false) String body) {
        hints.take(signature, body == null ? "" : body);
    }
}
