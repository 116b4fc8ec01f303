package org.mainforte.handover;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agents: who is there, what they speak and know, and with how many people each talks. */
@Repository
class Agents {
    private final JdbcClient jdbc;
    private final Directory directory;
    private final HandoverSettings settings;

    Agents(JdbcClient jdbc, Directory directory, HandoverSettings settings) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * An agent who is there.
     *
     * @param busy with how many people they talk now
     */
    record Present(PersonId id, String name, Set<String> languages, Set<String> topics, int busy) {
        boolean speaks(Language language) {
            return languages.contains(language.code());
        }

        boolean knows(String category) {
            return topics.isEmpty() || topics.contains(category);
        }
    }

    /** Takes a sign of life, and whether the agent wants to be offered conversations. */
    void seen(PersonId agent, boolean available) {
        int known = jdbc.sql(
                        "update desk_presence set available = :available, seen_at = current_timestamp where agent = :agent")
                .param("available", available)
                .param("agent", agent.value())
                .update();
        if (known == 0) {
            jdbc.sql("""
                    insert into desk_presence (agent, available, seen_at) values (:agent, :available, current_timestamp)
                    on conflict do nothing""")
                    .param("available", available)
                    .param("agent", agent.value())
                    .update();
        }
    }

    /** A sign of life that changes nothing else. */
    void seen(PersonId agent) {
        jdbc.sql("update desk_presence set seen_at = current_timestamp where agent = :agent")
                .param("agent", agent.value())
                .update();
    }

    boolean isAvailable(PersonId agent) {
        return present().stream().anyMatch(one -> one.id().equals(agent));
    }

    /** Everybody who is there and available. */
    List<Present> present() {
        return jdbc.sql("""
                select p.agent, (select count(*) from handover h where h.agent = p.agent and h.state = 'held') as busy
                from desk_presence p where p.available and p.seen_at > current_timestamp - cast(:lease as integer) * interval '1' second
                order by p.agent""")
                .param("lease", lease().toSeconds())
                .query((row, number) -> present(new PersonId(row.getString("agent")), row.getInt("busy")))
                .list();
    }

    private Present present(PersonId id, int busy) {
        Employee agent = directory.find(id).orElse(null);
        Set<String> languages = skills(id, "language");
        if (languages.isEmpty() && agent != null) {
            languages = Set.of(agent.language().code());
        }
        return new Present(id, agent == null ? id.value() : agent.name(), languages, skills(id, "topic"), busy);
    }

    private Set<String> skills(PersonId agent, String kind) {
        return new TreeSet<>(jdbc.sql("select skill from desk_skill where agent = :agent and kind = :kind")
                .param("agent", agent.value())
                .param("kind", kind)
                .query(String.class)
                .list());
    }

    void learn(PersonId agent, String kind, String skill) {
        jdbc.sql("insert into desk_skill (agent, kind, skill) values (:agent, :kind, :skill) on conflict do nothing")
                .param("agent", agent.value())
                .param("kind", kind)
                .param("skill", skill)
                .update();
    }

    Duration lease() {
        return settings.lease();
    }

    void clear() {
        jdbc.sql("delete from desk_presence").update();
        jdbc.sql("delete from desk_skill").update();
    }
}
