package org.mainforte.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people Mainforte has met: those of the demo, or those who signed in. */
@Repository
class PersonDirectory implements Directory {
    private final JdbcClient jdbc;

    PersonDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Employee> find(PersonId id) {
        return jdbc.sql("select * from person where id = :id")
                .param("id", id.value())
                .query(PersonDirectory::read)
                .optional();
    }

    @Override
    public Optional<Employee> byEntraId(String id) {
        List<Employee> same = jdbc.sql("select * from person where entra_id in (:given, :lower)")
                .param("given", id)
                .param("lower", id.toLowerCase(Locale.ROOT))
                .query(PersonDirectory::read)
                .list();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    @Override
    public List<Employee> named(String part) {
        return jdbc.sql("""
                select * from person where position(:part in lower(name)) > 0 order by name, id fetch first 50 rows only""")
                .param("part", part.toLowerCase(Locale.ROOT))
                .query(PersonDirectory::read)
                .list();
    }

    @Override
    public List<Employee> everybody() {
        return jdbc.sql("select * from person order by site, name")
                .query(PersonDirectory::read)
                .list();
    }

    @Override
    public void remember(Employee employee) {
        int updated = write("""
                update person set name = :name, role = :role, site = :site, language = :language,
                address = :address, manager = :manager, entra_id = :entra, mail = :mail, phone = :phone where id = :id""", employee);
        if (updated == 0) {
            write("""
                    insert into person (id, name, role, site, language, address, manager, entra_id, mail, phone)
                    values (:id, :name, :role, :site, :language, :address, :manager, :entra, :mail, :phone) on conflict do nothing""", employee);
        }
    }

    private int write(String sql, Employee employee) {
        return jdbc.sql(sql)
                .param("id", employee.id().value())
                .param("name", employee.name())
                .param("role", employee.role().claim())
                .param("site", employee.site().value())
                .param("language", employee.language().code())
                .param("address", employee.address())
                .param(
                        "manager",
                        employee.manager() == null ? null : employee.manager().value())
                .param("entra", employee.entraId())
                .param("mail", employee.mail())
                .param("phone", employee.phone())
                .update();
    }

    private static Employee read(ResultSet row, int number) throws SQLException {
        @Nullable String manager = row.getString("manager");
        return new Employee(
                new PersonId(row.getString("id")),
                row.getString("name"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                new SiteId(row.getString("site")),
                Language.of(row.getString("language")),
                row.getString("address"),
                manager == null ? null : new PersonId(manager),
                row.getString("entra_id"),
                row.getString("mail"),
                row.getString("phone"));
    }
}
