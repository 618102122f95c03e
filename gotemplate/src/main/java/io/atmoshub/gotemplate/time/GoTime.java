package io.atmoshub.gotemplate.time;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.FunctionException;
import io.atmoshub.gotemplate.GoObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// Go's `time.Time`.
public record GoTime(ZonedDateTime value) implements GoObject {

    /// What Go has where no time was set.
    public static final GoTime ZERO = new GoTime(ZonedDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));

    public static GoTime of(Instant instant, ZoneId zone) {
        return new GoTime(instant.atZone(zone));
    }

    public String format(String layout) {
        return new Layout(layout).format(value);
    }

    public GoTime plus(long nanos) {
        try {
            return new GoTime(value.plusNanos(nanos));
        } catch (DateTimeException | ArithmeticException e) {
            throw new FunctionException("this time is too far away.");
        }
    }

    public GoTime in(ZoneId zone) {
        return new GoTime(value.withZoneSameInstant(zone));
    }

    public GoDuration since(GoTime earlier) {
        var between = Duration.between(earlier.value, value);
        try {
            return new GoDuration(between.toNanos());
        } catch (ArithmeticException e) {
            return new GoDuration(between.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE);
        }
    }

    @Override
    public @Nullable Function member(String name) {
        return switch (name) {
            case "Format" -> call -> format(call.of(1).text(0));
            case "Unix" -> call -> value.toEpochSecond();
            case "UnixMilli" -> call -> value.toInstant().toEpochMilli();
            case "UnixNano" -> call -> value.toEpochSecond() * GoDuration.SECOND + value.getNano();
            case "Year" -> call -> (long) value.getYear();
            case "Month" -> call -> new Named(value.getMonthValue(), Layout.name(value.getMonth()));
            case "Day" -> call -> (long) value.getDayOfMonth();
            case "Hour" -> call -> (long) value.getHour();
            case "Minute" -> call -> (long) value.getMinute();
            case "Second" -> call -> (long) value.getSecond();
            case "Nanosecond" -> call -> (long) value.getNano();
            case "YearDay" -> call -> (long) value.getDayOfYear();
            case "Weekday" -> call -> new Named(value.getDayOfWeek().getValue() % 7, Layout.name(value.getDayOfWeek()));
            case "Add" -> call -> plus(GoDuration.of(call.of(1).value(0)));
            case "AddDate" -> this::addDate;
            case "Sub" -> call -> since(time(call.of(1)));
            case "Before" -> call -> value.isBefore(time(call.of(1)).value);
            case "After" -> call -> value.isAfter(time(call.of(1)).value);
            case "Equal" -> call -> value.isEqual(time(call.of(1)).value);
            case "IsZero" -> call -> value.isEqual(ZERO.value);
            case "UTC" -> call -> in(ZoneOffset.UTC);
            case "Local" -> call -> in(call.reach().zone());
            case "In" -> call -> in(zone(call.of(1).value(0)));
            case "Round" -> call -> rounded(GoDuration.of(call.of(1).value(0)), true);
            case "Truncate" -> call -> rounded(GoDuration.of(call.of(1).value(0)), false);
            case "String" -> call -> toString();
            default -> null;
        };
    }

    private GoTime addDate(Call call) {
        try {
            return new GoTime(value.plusYears(call.of(3).index(0))
                    .plusMonths(call.index(1))
                    .plusDays(call.index(2)));
        } catch (DateTimeException e) {
            throw call.fail("this time is too far away.");
        }
    }

    private GoTime rounded(long unit, boolean up) {
        if (unit <= 0) {
            return this;
        }
        long rest = Math.floorMod(since(ZERO).nanos(), unit);
        long seconds = Duration.between(ZERO.value, value).toSeconds();
        if (unit % GoDuration.SECOND == 0) {
            rest = Math.floorMod(seconds, unit / GoDuration.SECOND) * GoDuration.SECOND + value.getNano();
        }
        return plus(up && rest * 2 >= unit ? unit - rest : -rest);
    }

    private static GoTime time(Call call) {
        if (call.value(0) instanceof GoTime time) {
            return time;
        }
        throw call.fail("argument 1 must be a time.");
    }

    /// @throws FunctionException when there is no such zone
    public static ZoneId zone(@Nullable Object name) {
        if (name instanceof Zone zone) {
            return zone.id();
        }
        try {
            return ZoneId.of(String.valueOf(name));
        } catch (DateTimeException e) {
            throw new FunctionException("there is no time zone \"" + name + "\".");
        }
    }

    @Override
    public String typeName() {
        return "time.Time";
    }

    @Override
    public String toString() {
        return format("2006-01-02 15:04:05.999999999 -0700 MST");
    }

    /// A month or a day of the week: a number that prints as its name.
    private record Named(int number, String name) implements GoObject {
        @Override
        public @Nullable Function member(String member) {
            return member.equals("String") ? call -> name : null;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// A time zone as a value.
    public record Zone(ZoneId id) implements GoObject {
        @Override
        public @Nullable Function member(String name) {
            return name.equals("String") ? call -> toString() : null;
        }

        @Override
        public String typeName() {
            return "*time.Location";
        }

        @Override
        public String toString() {
            return id.getId();
        }
    }
}
