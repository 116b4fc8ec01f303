package org.mainforte.advisor.model;

/** Whether the model's provider answers, as far as the last turns tell. */
public interface ModelHealth {
    /** Whether it is asked at present, or spared after too many failures. */
    boolean asked();

    /** Asks it again at once, whatever happened before. */
    void forget();
}
