package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.time.GoDuration;
import io.atmoshub.gotemplate.time.GoTime;
import io.atmoshub.gotemplate.time.TimeParser;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// `time`: layouts by name, times and durations.
final class TimeFunctions {

    private TimeFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "Now" ->
                call -> GoTime.of(call.of(0).reach().now(), call.reach().zone());
            case "Parse" -> call -> parsed(call.of(2), ZoneOffset.UTC);
            case "ParseLocal" -> call -> parsed(call.of(2), call.reach().zone());
            case "ParseInLocation" ->
                call -> TimeParser.parse(call.of(3).text(0), Conversions.text(call, 2), GoTime.zone(call.text(1)));
            case "ParseDuration" -> call -> GoDuration.parse(Conversions.text(call.of(1), 0));
            case "Since" -> call -> now(call).since(time(call.of(1)));
            case "Until" -> call -> time(call.of(1)).since(now(call));
            case "Unix" -> TimeFunctions::unix;
            case "ZoneName" -> call -> now(call.of(0)).format("MST");
            case "ZoneOffset" ->
                call -> (long) now(call.of(0)).value().getOffset().getTotalSeconds();
            case "Nanosecond" -> call -> times(call, 1);
            case "Microsecond" -> call -> times(call, 1_000);
            case "Millisecond" -> call -> times(call, 1_000_000);
            case "Second" -> call -> times(call, GoDuration.SECOND);
            case "Minute" -> call -> times(call, GoDuration.MINUTE);
            case "Hour" -> call -> times(call, GoDuration.HOUR);
            default -> layout(name);
        };
    }

    private static @Nullable Function layout(String name) {
        String layout =
                switch (name) {
                    case "ANSIC" -> "Mon Jan _2 15:04:05 2006";
                    case "UnixDate" -> "Mon Jan _2 15:04:05 MST 2006";
                    case "RubyDate" -> "Mon Jan 02 15:04:05 -0700 2006";
                    case "RFC822" -> "02 Jan 06 15:04 MST";
                    case "RFC822Z" -> "02 Jan 06 15:04 -0700";
                    case "RFC850" -> "Monday, 02-Jan-06 15:04:05 MST";
                    case "RFC1123" -> "Mon, 02 Jan 2006 15:04:05 MST";
                    case "RFC1123Z" -> "Mon, 02 Jan 2006 15:04:05 -0700";
                    case "RFC3339" -> "2006-01-02T15:04:05Z07:00";
                    case "RFC3339Nano" -> "2006-01-02T15:04:05.999999999Z07:00";
                    case "Kitchen" -> "3:04PM";
                    case "Stamp" -> "Jan _2 15:04:05";
                    case "StampMilli" -> "Jan _2 15:04:05.000";
                    case "StampMicro" -> "Jan _2 15:04:05.000000";
                    case "StampNano" -> "Jan _2 15:04:05.000000000";
                    default -> "";
                };
        return layout.isEmpty() ? null : call -> layout;
    }

    private static GoTime parsed(Call call, ZoneId zone) {
        return TimeParser.parse(call.text(0), Conversions.text(call, 1), zone);
    }

    private static GoTime now(Call call) {
        return GoTime.of(call.reach().now(), call.reach().zone());
    }

    private static GoTime time(Call call) {
        if (call.value(0) instanceof GoTime time) {
            return time;
        }
        throw call.fail("it takes a time.");
    }

    private static GoTime unix(Call call) {
        String text = Conversions.text(call.of(1), 0);
        try {
            var seconds = new BigDecimal(text.matches("[0-9.+-]{1,40}") ? text : "");
            long whole = Math.clamp(seconds.longValue(), -1L << 40, 1L << 40);
            long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
            return GoTime.of(Instant.ofEpochSecond(whole, nanos), call.reach().zone());
        } catch (NumberFormatException e) {
            throw call.fail("\"" + text + "\" isn't a number of seconds.");
        }
    }

    private static GoDuration times(Call call, long unit) {
        return new GoDuration(Conversions.whole(call.of(1).value(0)) * unit);
    }
}
