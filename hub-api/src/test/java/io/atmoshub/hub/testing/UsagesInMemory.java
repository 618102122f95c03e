package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.usage.UsageBy;
import io.atmoshub.hub.usage.UsageFilter;
import io.atmoshub.hub.usage.UsageSum;
import io.atmoshub.hub.usage.Usages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What models used in the hub in memory: what tests say they did.
record UsagesInMemory(Organisation org, WayIn way) implements Usages {
    @Override
    public List<UsageSum> sums(UsageFilter filter, UsageBy by) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.READ);
            boolean all = me.role() == Role.ADMIN && way.scopes().contains(Scope.ADMIN);
            if (!all && filter.person() != null && !filter.person().equals(me.id())) {
                throw new HubException(ErrorCode.NOT_ALLOWED, "That is for admins.", "Look at your own usage.");
            }
            Map<String, UsageSum> sums = new LinkedHashMap<>();
            org.spent.stream()
                    .filter(one -> all || one.person().equals(me.id()))
                    .filter(one -> matches(one, filter))
                    .forEach(one ->
                            sums.merge(key(one, by), sum(key(one, by), name(one, by, me), one), UsagesInMemory::both));
            Comparator<UsageSum> order = by == UsageBy.DAY
                    ? Comparator.comparing(UsageSum::key)
                    : Comparator.comparing(UsageSum::cost).reversed().thenComparing(UsageSum::key);
            return sums.values().stream().sorted(order).limit(MOST).toList();
        });
    }

    @Override
    public UsageSum session(SessionId id) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.READ);
            Room room = org.rooms.get(id);
            if (room == null || !room.visibleTo(me)) {
                throw Organisation.notFound("session", id);
            }
            return org.spent.stream()
                    .filter(one -> one.session().equals(id))
                    .map(one -> sum(id.toString(), room.name.value(), one))
                    .reduce(UsagesInMemory::both)
                    .orElseGet(() -> UsageSum.none(id.toString(), room.name.value()));
        });
    }

    private static boolean matches(Organisation.Spent one, UsageFilter filter) {
        LocalDate day = LocalDate.ofInstant(one.at(), ZoneOffset.UTC);
        return (filter.from() == null || !day.isBefore(filter.from()))
                && (filter.until() == null || !day.isAfter(filter.until()))
                && (filter.person() == null || filter.person().equals(one.person()))
                && (filter.project() == null || filter.project().equals(one.project()))
                && (filter.model() == null || filter.model().equals(one.what().model()));
    }

    private static String key(Organisation.Spent one, UsageBy by) {
        return switch (by) {
            case DAY -> LocalDate.ofInstant(one.at(), ZoneOffset.UTC).toString();
            case PERSON -> one.person().toString();
            case PROJECT -> one.project().toString();
            case SESSION -> one.session().toString();
            case MODEL -> one.what().model().value();
        };
    }

    private String name(Organisation.Spent one, UsageBy by, Person viewer) {
        return switch (by) {
            case DAY, MODEL -> key(one, by);
            case PERSON ->
                Objects.requireNonNull(org.people.get(one.person())).name().value();
            case PROJECT ->
                Objects.requireNonNull(org.projects.get(one.project())).name().value();
            case SESSION ->
                Optional.ofNullable(org.rooms.get(one.session()))
                        .map(room -> room.visibility == Visibility.PRIVATE && !room.ownerId.equals(viewer.id())
                                ? "a private session"
                                : room.name.value())
                        .orElse("a session that was deleted");
        };
    }

    private static UsageSum sum(String key, String name, Organisation.Spent one) {
        Spending what = one.what();
        return new UsageSum(
                key,
                name,
                1,
                what.input(),
                what.cached(),
                what.cacheCreation(),
                what.output(),
                what.cost() == null ? BigDecimal.ZERO : what.cost(),
                what.cost() == null ? 1 : 0,
                what.estimated() ? 1 : 0,
                null);
    }

    private static UsageSum both(UsageSum one, UsageSum other) {
        return new UsageSum(
                one.key(),
                one.name(),
                one.calls() + other.calls(),
                one.input() + other.input(),
                one.cached() + other.cached(),
                one.cacheCreation() + other.cacheCreation(),
                one.output() + other.output(),
                one.cost().add(other.cost()),
                one.unpriced() + other.unpriced(),
                one.estimated() + other.estimated(),
                null);
    }
}
