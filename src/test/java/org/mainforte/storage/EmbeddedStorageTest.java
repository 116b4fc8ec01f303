package org.mainforte.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The default: the file database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedStorageTest extends StorageContract {
    private RunningInstance instance;

    @BeforeAll
    void start(@TempDir Path data) {
        instance = RunningInstance.start("--mainforte.data-dir=" + data);
    }

    @AfterAll
    void stop() {
        instance.close();
    }

    @Override
    RunningInstance instance() {
        return instance;
    }
}
