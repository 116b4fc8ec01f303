package org.mainforte.storage;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** A transaction of the embedded database has ended when the disk has it: before anything tells of it, and before its answer. */
final class DurableTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1;

    DurableTransactions(DataSource database) {
        super(database);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        if (!status.isReadOnly()) {
            DiskBarrier.awaitAll();
        }
    }

    /** In place of Spring Boot's own. */
    @Configuration(proxyBeanMethods = false)
    static class Storage {
        /** Runs before any bean is made, hence before the database is opened. */
        @Bean
        static BeanFactoryPostProcessor durableFiles() {
            return factory -> DurableFile.register();
        }

        @Bean
        DurableTransactions transactionManager(DataSource database) {
            return new DurableTransactions(database);
        }
    }
}
