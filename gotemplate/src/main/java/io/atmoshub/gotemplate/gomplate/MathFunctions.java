package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Call;
import io.atmoshub.gotemplate.Function;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// `math`: whole numbers stay whole until a fraction comes in.
final class MathFunctions {

    private MathFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "IsInt" -> call -> Conversions.isWhole(call.of(1).value(0));
            case "IsFloat" -> call -> Conversions.isFraction(call.of(1).value(0));
            case "IsNum" -> call -> Conversions.isWhole(call.of(1).value(0)) || Conversions.isFraction(call.value(0));
            case "Abs" ->
                call -> Conversions.isWhole(call.of(1).value(0))
                        ? (Object) Math.abs(Conversions.whole(call.value(0)))
                        : (Object) Math.abs(Conversions.decimal(call.value(0)));
            case "Add" ->
                call -> fraction(call)
                        ? (Object) call.from(0).stream()
                                .mapToDouble(Conversions::decimal)
                                .sum()
                        : (Object) call.from(0).stream()
                                .mapToLong(Conversions::whole)
                                .sum();
            case "Mul" ->
                call -> fraction(call)
                        ? (Object) call.from(0).stream()
                                .mapToDouble(Conversions::decimal)
                                .reduce(1, (a, b) -> a * b)
                        : (Object) call.from(0).stream()
                                .mapToLong(Conversions::whole)
                                .reduce(1, (a, b) -> a * b);
            case "Sub" ->
                call -> fraction(call.of(2))
                        ? (Object) (Conversions.decimal(call.value(0)) - Conversions.decimal(call.value(1)))
                        : (Object) (Conversions.whole(call.value(0)) - Conversions.whole(call.value(1)));
            case "Div" ->
                call -> Conversions.decimal(call.of(2).value(0)) / nonZero(call, Conversions.decimal(call.value(1)));
            case "Rem" ->
                call -> {
                    long divisor = Conversions.whole(call.of(2).value(1));
                    nonZero(call, divisor == 0 ? 0 : 1);
                    return Conversions.whole(call.value(0)) % divisor;
                };
            case "Pow" ->
                call -> {
                    double power =
                            Math.pow(Conversions.decimal(call.of(2).value(0)), Conversions.decimal(call.value(1)));
                    return Conversions.isFraction(call.value(0)) ? (Object) power : (Object) (long) power;
                };
            case "Seq" -> MathFunctions::sequence;
            case "Max" ->
                call -> fraction(call.atLeast(1))
                        ? (Object) call.from(0).stream()
                                .mapToDouble(Conversions::decimal)
                                .max()
                                .orElse(0)
                        : (Object) call.from(0).stream()
                                .mapToLong(Conversions::whole)
                                .max()
                                .orElse(0);
            case "Min" ->
                call -> fraction(call.atLeast(1))
                        ? (Object) call.from(0).stream()
                                .mapToDouble(Conversions::decimal)
                                .min()
                                .orElse(0)
                        : (Object) call.from(0).stream()
                                .mapToLong(Conversions::whole)
                                .min()
                                .orElse(0);
            case "Ceil" -> call -> Math.ceil(Conversions.decimal(call.of(1).value(0)));
            case "Floor" -> call -> Math.floor(Conversions.decimal(call.of(1).value(0)));
            case "Round" ->
                call -> {
                    double value = Conversions.decimal(call.of(1).value(0));
                    return Math.copySign(Math.floor(Math.abs(value) + .5), value);
                };
            default -> null;
        };
    }

    private static boolean fraction(Call call) {
        return call.from(0).stream().anyMatch(Conversions::isFraction);
    }

    private static double nonZero(Call call, double divisor) {
        if (divisor == 0) {
            throw call.fail("nothing can be divided by 0.");
        }
        return divisor;
    }

    /// From, to and including, in steps.
    private static Object sequence(Call call) {
        call.of(1, 3);
        long from = call.size() > 1 ? Conversions.whole(call.value(0)) : 1;
        long to = Conversions.whole(call.value(call.size() > 1 ? 1 : 0));
        long step = Math.abs(call.size() > 2 ? Conversions.whole(call.value(2)) : 1);
        var numbers = new ArrayList<@Nullable Object>();
        if (step == 0) {
            return numbers;
        }
        boolean up = to >= from;
        for (long i = from; up ? i <= to : i >= to; i += up ? step : -step) {
            call.spend(1);
            numbers.add(i);
        }
        return numbers;
    }
}
