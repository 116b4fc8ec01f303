package org.mainforte.equipment.web;

import java.util.List;
import org.mainforte.equipment.EquipmentRequest;
import org.mainforte.equipment.EquipmentRequests;
import org.mainforte.kernel.Problem;
import org.mainforte.people.SignIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own orders and returns. */
@RestController
@RequestMapping("/api/requests")
class RequestPages {
    private final EquipmentRequests requests;
    private final SignIn signIn;

    RequestPages(EquipmentRequests requests, SignIn signIn) {
        this.requests = requests;
        this.signIn = signIn;
    }

    @GetMapping
    List<EquipmentRequest> mine(@AuthenticationPrincipal Jwt token) {
        return requests.mine(signIn.employee(token).id());
    }

    /** @throws Problem 404 when there is no such request or it is somebody else's */
    @GetMapping("/{reference}")
    EquipmentRequest one(@PathVariable String reference, @AuthenticationPrincipal Jwt token) {
        return requests.find(reference, signIn.employee(token).id()).orElseThrow(Problem::notFound);
    }
}
