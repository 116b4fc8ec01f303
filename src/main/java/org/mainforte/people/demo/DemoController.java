package org.mainforte.people.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.mainforte.kernel.SiteId;
import org.mainforte.people.Demo;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.mainforte.people.SessionTokens;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets anybody be one of the demo people and change the demo world. Exists in the demo only. */
@RestController
@RequestMapping("/api/demo")
@Demo.Only
class DemoController {
    private static final Duration SESSION_VALID = Duration.ofHours(12);

    private final Directory directory;
    private final SessionTokens tokens;
    private final DemoWorld world;

    DemoController(Directory directory, SessionTokens tokens, DemoWorld world) {
        this.directory = directory;
        this.tokens = tokens;
        this.world = world;
    }

    record Person(PersonId id, String name, String role, SiteId site, Language language) {
        static Person of(Employee employee) {
            return new Person(
                    employee.id(), employee.name(), employee.role().claim(), employee.site(), employee.language());
        }
    }

    record Wanted(@Nullable String person) {}

    record Session(String token, Person person) {}

    @GetMapping("/people")
    List<Person> people() {
        return directory.everybody().stream().map(Person::of).toList();
    }

    @PostMapping("/sessions")
    ResponseEntity<Session> become(@RequestBody Wanted wanted) {
        Employee employee = directory
                .find(new PersonId(wanted.person() == null ? "" : wanted.person()))
                .orElseThrow(Problem::notFound);
        return ResponseEntity.status(201)
                .body(new Session(tokens.issue(employee, SESSION_VALID, null), Person.of(employee)));
    }

    @PutMapping("/world")
    ResponseEntity<Void> replace(@RequestBody Map<String, Object> parts) {
        world.replace(parts);
        return ResponseEntity.noContent().build();
    }
}
