package org.mainforte.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mainforte.catalogue.FieldType;
import org.mainforte.conversation.Aside;
import org.mainforte.conversation.Card;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.kernel.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one question after a conversation with a person: asked once, where the person is, answered or not. */
@Component
class Survey implements Aside {
    private static final String CHOICE = "survey:";
    private static final String FORM = "survey";
    private static final Pattern SCORE = Pattern.compile(CHOICE + "([1-5])");
    private static final int LONGEST = 1_000;
    /** After that it is let be: whoever comes back later comes for something else. */
    private static final Duration WAITS = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Survey(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** The question, or nothing when it was asked in this conversation before. */
    Optional<Reply> question(ConversationId conversation, SiteId site, Language language) {
        int asked = jdbc.sql(
                        "insert into survey (conversation, site, asked_at) values (:id, :site, :now) on conflict do nothing")
                .param("id", conversation.value())
                .param("site", site.value())
                .param("now", clock.instant().atZone(ActingClock.PARIS).toOffsetDateTime())
                .update();
        return asked == 0
                ? Optional.empty()
                : Optional.of(Reply.say(MessageKind.NOTICE, language, "handover.survey")
                        .choices(List.of(5, 4, 3, 2, 1).stream()
                                .map(score ->
                                        Choice.plain(CHOICE + score, Texts.get(language, "handover.survey." + score)))
                                .toList()));
    }

    /** Whether it was asked here within the last hour and has no answer yet. */
    boolean waits(ConversationId conversation) {
        return jdbc.sql("select count(*) from survey where conversation = :id and score is null and asked_at > :since")
                        .param("id", conversation.value())
                        .param("since", clock.instant().minus(WAITS).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public boolean hears(Conversation conversation, Turn turn, ReplySink sink) {
        String choice = turn.input().choice();
        if (choice != null) {
            var score = SCORE.matcher(choice);
            return score.matches() && scored(conversation.id(), Integer.parseInt(score.group(1)), turn, sink);
        }
        return FORM.equals(turn.input().form())
                && commented(conversation.id(), turn.input().values().getOrDefault("comment", ""), turn, sink);
    }

    private boolean scored(ConversationId id, int score, Turn turn, ReplySink sink) {
        int first = jdbc.sql(
                        "update survey set score = :score, answered_at = :now where conversation = :id and score is null")
                .param("score", score)
                .param("now", clock.instant().atZone(ActingClock.PARIS).toOffsetDateTime())
                .param("id", id.value())
                .update();
        if (first == 0) {
            return asked(id) && said(Reply.say(MessageKind.NOTICE, turn.language(), "handover.survey-once"), sink);
        }
        events.publishEvent(new SurveyAnswered(turn.employee().site(), score, clock.instant()));
        return said(thanks(turn.language()), sink);
    }

    private static Reply thanks(Language language) {
        var comment = new Card.Field(
                "comment",
                Texts.get(language, "handover.survey.comment"),
                FieldType.TEXT,
                List.of(),
                false,
                null,
                null);
        return Reply.say(MessageKind.FORM, language, "handover.survey-thanks")
                .form(new Card.Form(FORM, List.of(comment)));
    }

    private boolean commented(ConversationId id, String comment, Turn turn, ReplySink sink) {
        String kept = comment.length() > LONGEST ? comment.substring(0, LONGEST) : comment;
        int stored = jdbc.sql("update survey set comment = :comment where conversation = :id and score is not null")
                .param("comment", kept.isBlank() ? null : kept.strip())
                .param("id", id.value())
                .update();
        return stored == 1 && said(Reply.say(MessageKind.NOTICE, turn.language(), "handover.survey-noted"), sink);
    }

    private boolean asked(ConversationId id) {
        return jdbc.sql("select count(*) from survey where conversation = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static boolean said(Reply reply, ReplySink sink) {
        sink.say(reply);
        return true;
    }
}
