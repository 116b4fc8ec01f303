package org.mainforte.appointment;

import org.mainforte.servers.Servers;

class RadicaleTest extends TechnicianCalendarContract {
    @Override
    Servers.Running server() {
        return Servers.radicale();
    }
}
