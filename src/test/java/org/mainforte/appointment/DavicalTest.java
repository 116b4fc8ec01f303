package org.mainforte.appointment;

import org.mainforte.servers.Servers;

class DavicalTest extends TechnicianCalendarContract {
    @Override
    Servers.Running server() {
        return Servers.davical();
    }
}
