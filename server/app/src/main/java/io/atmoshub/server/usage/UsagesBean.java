package io.atmoshub.server.usage;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.usage.UsageBy;
import io.atmoshub.hub.usage.UsageFilter;
import io.atmoshub.hub.usage.UsageSum;
import io.atmoshub.hub.usage.Usages;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.session.SessionPlace;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What models used, as one caller may see it.
final class UsagesBean implements Usages {
    private static final String SUMS = """
            count(*) calls, sum(input) input, sum(cached) cached, sum(cache_creation) cache_creation,
            sum(output) output, coalesce(sum(cost), 0) cost, count(*) - count(cost) unpriced,
            count(*) filter (where estimated) estimated, round(avg(first_word_ms)) first_word
            """;

    private final Caller caller;
    private final Tx tx;
    private final Access access;

    UsagesBean(Caller caller, Tx tx, Access access) {
        this.caller = caller;
        this.tx = tx;
        this.access = access;
    }

    @Override
    public List<UsageSum> sums(UsageFilter filter, UsageBy by) {
        return tx.call(em -> {
            Person me = access.require(em, caller, Role.VIEWER, Scope.READ);
            boolean all = me.role() == Role.ADMIN && caller.scopes().contains(Scope.ADMIN);
            if (!all && filter.person() != null && !filter.person().equals(me.id())) {
                throw new HubException(
                        ErrorCode.NOT_ALLOWED, "What others used is for admins.", "Look at your own usage.");
            }
            StringBuilder sql = new StringBuilder(
                    "select key, name, %s from (select u.*, %s key, %s name from model_usage u %s where true"
                            .formatted(SUMS, key(by), name(by, me), join(by)));
            List<@Nullable Object> values = new ArrayList<>();
            where(sql, values, "u.at >= ?", start(filter.from()));
            where(
                    sql,
                    values,
                    "u.at < ?",
                    filter.until() == null ? null : start(filter.until().plusDays(1)));
            where(
                    sql,
                    values,
                    "u.project_id = ?",
                    filter.project() == null ? null : filter.project().value());
            where(
                    sql,
                    values,
                    "u.provider = ?",
                    filter.model() == null ? null : filter.model().provider());
            where(
                    sql,
                    values,
                    "u.model = ?",
                    filter.model() == null ? null : filter.model().model());
            where(
                    sql,
                    values,
                    "u.person_id = ?",
                    all
                            ? (filter.person() == null ? null : filter.person().value())
                            : me.id().value());
            sql.append(") entry group by key, name order by ")
                    .append(by == UsageBy.DAY ? "key" : "cost desc, output desc, key limit " + MOST);
            return Sql.list(em, sql.toString(), UsagesBean::sum, values.toArray());
        });
    }

    @Override
    public UsageSum session(SessionId id) {
        return tx.call(em -> {
            Person me = access.require(em, caller, Role.VIEWER, Scope.READ);
            String name = SessionPlace.seen(em, me, id).name().value();
            return Sql.first(
                            em,
                            "select cast(session_id as text) key, cast(? as text) name, " + SUMS
                                    + " from model_usage where session_id = ? group by session_id",
                            UsagesBean::sum,
                            name,
                            id.value())
                    .orElseGet(() -> UsageSum.none(id.toString(), name));
        });
    }

    private static String key(UsageBy by) {
        return switch (by) {
            case DAY -> "to_char(u.at at time zone 'UTC', 'YYYY-MM-DD')";
            case PERSON -> "cast(u.person_id as text)";
            case PROJECT -> "cast(u.project_id as text)";
            case SESSION -> "cast(u.session_id as text)";
            case MODEL -> "u.provider || '/' || u.model";
        };
    }

    private static String name(UsageBy by, Person viewer) {
        return switch (by) {
            case DAY, MODEL -> key(by);
            case PERSON -> "coalesce(p.name, 'somebody who left')";
            case PROJECT -> "coalesce(p.name, 'a project that was removed')";
            // What a private session is about is its owner's only.
            case SESSION ->
                "case when p.id is null then 'a session that was deleted'"
                        + " when p.visibility = 'PRIVATE' and p.owner_id <> '%s' then 'a private session' else p.name end"
                                .formatted(viewer.id().value());
        };
    }

    private static String join(UsageBy by) {
        return switch (by) {
            case DAY, MODEL -> "";
            case PERSON -> "left join person p on p.id = u.person_id";
            case PROJECT -> "left join project p on p.id = u.project_id";
            case SESSION -> "left join session p on p.id = u.session_id";
        };
    }

    private static void where(
            StringBuilder sql, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static @Nullable Object start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static UsageSum sum(ResultSet row) throws SQLException {
        @Nullable BigDecimal firstWord = row.getBigDecimal("first_word");
        return new UsageSum(
                row.getString("key"),
                row.getString("name"),
                row.getLong("calls"),
                row.getLong("input"),
                row.getLong("cached"),
                row.getLong("cache_creation"),
                row.getLong("output"),
                row.getBigDecimal("cost").stripTrailingZeros(),
                row.getLong("unpriced"),
                row.getLong("estimated"),
                firstWord == null ? null : firstWord.longValue());
    }
}
