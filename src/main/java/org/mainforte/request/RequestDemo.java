package org.mainforte.request;

import java.util.List;
import java.util.Map;
import org.mainforte.kernel.DemoPart;
import org.springframework.stereotype.Component;

/** Forgets all requests when the demo world is replaced. */
@Component
class RequestDemo implements DemoPart {
    private final Requests requests;

    RequestDemo(Requests requests) {
        this.requests = requests;
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public void clear() {
        requests.clear();
    }

    @Override
    public void take(Map<String, Object> parts) {
        // requests are created by people, never by the world file
    }
}
