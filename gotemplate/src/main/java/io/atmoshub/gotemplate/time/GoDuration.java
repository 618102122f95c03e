package io.atmoshub.gotemplate.time;

import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.FunctionException;
import io.atmoshub.gotemplate.GoObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Go's `time.Duration`, printed as `1h15m30.5s`.
public record GoDuration(long nanos) implements GoObject {

    public static final long SECOND = 1_000_000_000L;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;

    /// @throws FunctionException when it isn't a duration as Go writes them: `-1h5m`, `1.5s`
    public static GoDuration parse(String text) {
        int at = 0;
        boolean minus = text.startsWith("-");
        if (minus || text.startsWith("+")) {
            at++;
        }
        if (text.substring(at).equals("0")) {
            return new GoDuration(0);
        }
        var total = BigDecimal.ZERO;
        boolean any = false;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            int unit = at;
            while (at < text.length() && text.charAt(at) != '.' && !Character.isDigit(text.charAt(at))) {
                at++;
            }
            if (start == unit || unit - start > 30) {
                throw wrong(text);
            }
            try {
                total = total.add(new BigDecimal(text.substring(start, unit))
                        .multiply(BigDecimal.valueOf(unit(text, text.substring(unit, at)))));
            } catch (NumberFormatException e) {
                throw wrong(text);
            }
            any = true;
        }
        if (!any || total.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw wrong(text);
        }
        long nanos = total.setScale(0, RoundingMode.DOWN).longValue();
        return new GoDuration(minus ? -nanos : nanos);
    }

    private static long unit(String text, String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs", "μs" -> 1_000;
            case "ms" -> 1_000_000;
            case "s" -> SECOND;
            case "m" -> MINUTE;
            case "h" -> HOUR;
            default -> throw wrong(text);
        };
    }

    private static FunctionException wrong(String text) {
        return new FunctionException("\"" + text + "\" isn't a duration; write it like \"1h30m\" or \"1.5s\".");
    }

    /// To a multiple of the unit, halves away from zero.
    public GoDuration round(long unit) {
        if (unit <= 0) {
            return this;
        }
        long rest = nanos % unit;
        long down = nanos - rest;
        return new GoDuration(Math.abs(rest) * 2 < unit ? down : down + Long.signum(nanos) * unit);
    }

    @Override
    public @Nullable Function member(String name) {
        return switch (name) {
            case "Hours" -> call -> nanos / (double) HOUR;
            case "Minutes" -> call -> nanos / (double) MINUTE;
            case "Seconds" -> call -> nanos / (double) SECOND;
            case "Milliseconds" -> call -> nanos / 1_000_000;
            case "Microseconds" -> call -> nanos / 1_000;
            case "Nanoseconds" -> call -> nanos;
            case "String" -> call -> toString();
            case "Abs" -> call -> new GoDuration(Math.abs(nanos));
            case "Round" -> call -> round(of(call.of(1).value(0)));
            case "Truncate" ->
                call -> {
                    long unit = of(call.of(1).value(0));
                    return unit <= 0 ? this : new GoDuration(nanos - nanos % unit);
                };
            default -> null;
        };
    }

    /// Nanoseconds of a duration, or of a number that counts them.
    public static long of(@Nullable Object value) {
        if (value instanceof GoDuration duration) {
            return duration.nanos;
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        if (value instanceof String text) {
            return parse(text).nanos;
        }
        throw new FunctionException("a duration is expected here.");
    }

    @Override
    public String typeName() {
        return "time.Duration";
    }

    @Override
    public String toString() {
        if (nanos == 0) {
            return "0s";
        }
        long size = Math.abs(nanos);
        String sign = nanos < 0 ? "-" : "";
        if (size < SECOND) {
            return sign
                    + (size < 1_000 ? size + "ns" : size < 1_000_000 ? plain(size, 3) + "µs" : plain(size, 6) + "ms");
        }
        long hours = size / HOUR;
        long minutes = size / MINUTE % 60;
        return sign + (hours > 0 ? hours + "h" : "") + (hours > 0 || minutes > 0 ? minutes + "m" : "")
                + plain(size % MINUTE, 9) + "s";
    }

    private static String plain(long value, int decimals) {
        var number = BigDecimal.valueOf(value, decimals).stripTrailingZeros();
        return number.toPlainString();
    }
}
