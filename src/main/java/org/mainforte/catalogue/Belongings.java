package org.mainforte.catalogue;

import java.util.List;
import org.mainforte.kernel.Language;
import org.mainforte.people.Employee;

/** The equipment somebody has, for whoever lets them choose one of their devices. */
public interface Belongings {
    /** Serial number → what the person calls it; empty when the inventory knows nothing of theirs. */
    List<Option> of(Employee employee, Language language);
}
