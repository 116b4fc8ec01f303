package org.mainforte.channel.teams;

import java.util.Optional;
import org.mainforte.channel.teams.wire.Activity;
import org.mainforte.kernel.Language;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** Who wrote: the Entra object id, of a tenant that was let in, as the directory knows it. Never the name, never the mail. */
@Component
class Identity {
    private final Directory directory;

    Identity(Directory directory) {
        this.directory = directory;
    }

    Optional<Employee> of(Activity activity) {
        String id = activity.text("from", "aadObjectId");
        return id == null || id.isBlank() ? Optional.empty() : directory.byEntraId(id);
    }

    /** The language they want to be spoken to in; for somebody the directory does not know, that of their client. */
    Language language(Activity activity) {
        return of(activity).map(Employee::language).orElseGet(() -> Language.of(activity.text("locale")));
    }
}
