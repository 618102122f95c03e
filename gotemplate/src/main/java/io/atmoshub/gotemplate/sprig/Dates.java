package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.FunctionException;
import io.atmoshub.gotemplate.time.GoDuration;
import io.atmoshub.gotemplate.time.GoTime;
import io.atmoshub.gotemplate.time.TimeParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Times: written, read, moved. The clock is asked only where the template asks for now.
final class Dates {

    private static final String DAY = "2006-01-02";

    private Dates() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "now" ->
                call -> GoTime.of(call.of(0).reach().now(), call.reach().zone());
            case "date" ->
                call -> inZone(call, call.of(2).value(1), call.reach().zone()).format(call.text(0));
            case "dateInZone", "date_in_zone" ->
                call -> inZone(call, call.of(3).value(1), zone(call, 2)).format(call.text(0));
            case "htmlDate" ->
                call -> inZone(call, call.of(1).value(0), call.reach().zone()).format(DAY);
            case "htmlDateInZone" ->
                call -> inZone(call, call.of(2).value(0), zone(call, 1)).format(DAY);
            case "dateModify", "date_modify" ->
                call -> {
                    try {
                        return moved(call.of(2));
                    } catch (FunctionException e) {
                        return time(call, call.value(1));
                    }
                };
            case "mustDateModify", "must_date_modify" -> call -> moved(call.of(2));
            case "toDate" ->
                call -> {
                    try {
                        return TimeParser.parse(
                                call.of(2).text(0), call.text(1), call.reach().zone());
                    } catch (FunctionException e) {
                        return GoTime.ZERO;
                    }
                };
            case "mustToDate" ->
                call -> TimeParser.parse(
                        call.of(2).text(0), call.text(1), call.reach().zone());
            case "unixEpoch" ->
                call -> String.valueOf(time(call, call.of(1).value(0)).value().toEpochSecond());
            case "ago" ->
                call -> new GoDuration(since(call, call.of(1).value(0)))
                        .round(GoDuration.SECOND)
                        .toString();
            case "duration" ->
                call -> new GoDuration(Math.multiplyExact(
                                Math.clamp(Numbers.whole(call.of(1).value(0)), -9_000_000_000L, 9_000_000_000L),
                                GoDuration.SECOND))
                        .toString();
            case "durationRound" -> Dates::durationRound;
            default -> null;
        };
    }

    /// Times as they are, numbers as seconds since 1970, anything else as now.
    private static GoTime time(Call call, @Nullable Object value) {
        if (value instanceof GoTime time) {
            return time;
        }
        if (value instanceof Number seconds) {
            return GoTime.of(
                    Instant.ofEpochSecond(Math.clamp(seconds.longValue(), -1L << 40, 1L << 40)), ZoneOffset.UTC);
        }
        return GoTime.of(call.reach().now(), call.reach().zone());
    }

    private static GoTime inZone(Call call, @Nullable Object value, ZoneId zone) {
        return time(call, value).in(zone);
    }

    private static ZoneId zone(Call call, int argument) {
        try {
            String name = call.text(argument);
            return name.equals("Local") ? call.reach().zone() : name.isEmpty() ? ZoneOffset.UTC : GoTime.zone(name);
        } catch (FunctionException e) {
            return ZoneOffset.UTC;
        }
    }

    private static GoTime moved(Call call) {
        return time(call, call.value(1)).plus(GoDuration.parse(call.text(0)).nanos());
    }

    private static long since(Call call, @Nullable Object value) {
        return GoTime.of(call.reach().now(), ZoneOffset.UTC)
                .since(time(call, value))
                .nanos();
    }

    private static String durationRound(Call call) {
        var value = call.of(1).value(0);
        long size = Math.abs(value instanceof GoTime ? since(call, value) : nanos(value));
        long day = 24 * GoDuration.HOUR;
        if (size > 365 * day) {
            return size / (365 * day) + "y";
        }
        if (size > 30 * day) {
            return size / (30 * day) + "mo";
        }
        if (size > day) {
            return size / day + "d";
        }
        if (size > GoDuration.HOUR) {
            return size / GoDuration.HOUR + "h";
        }
        if (size > GoDuration.MINUTE) {
            return size / GoDuration.MINUTE + "m";
        }
        return size > GoDuration.SECOND ? size / GoDuration.SECOND + "s" : "0s";
    }

    private static long nanos(@Nullable Object value) {
        try {
            return GoDuration.of(value);
        } catch (FunctionException e) {
            return 0;
        }
    }
}
