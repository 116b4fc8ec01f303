package org.mainforte.markdown;

import java.util.List;

/** Whoever reads files of the knowledge base and keeps the last good version of one that is broken. */
public interface FaultyFiles {
    /** What is wrong in files whose newest version is not in use; empty when every one is. */
    List<Fault> faults();
}
