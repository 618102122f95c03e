package io.atmoshub.cli.hub;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.usage.UsageBy;
import io.atmoshub.hub.usage.UsageFilter;
import io.atmoshub.hub.usage.UsageSum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `atmos hub usage`.
@Command(
        name = "usage",
        description = "Shows what models used and cost: your own, or for admins everybody's.",
        footer = {"", "Examples:", "  atmos hub usage", "  atmos hub usage --by model --from 2026-11-01 --json"})
final class UsageCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "day",
            converter = Summed.class,
            description = "day, person, project, session or model (default: day).")
    private UsageBy by = UsageBy.DAY;

    @Option(names = "--from", paramLabel = "DAY", description = "The first day, as 2026-11-21 (UTC).")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DAY", description = "The last day.")
    private @Nullable LocalDate until;

    @Option(names = "--model", paramLabel = "PROVIDER/MODEL", description = "Only this model.")
    private @Nullable String model;

    @Option(names = "--json", description = "Shows the sums as JSON.")
    private boolean json;

    UsageCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            UsageFilter filter = new UsageFilter(from, until, null, null, model == null ? null : new ModelRef(model));
            List<UsageSum> sums = hub.usages().sums(filter, by);
            if (json) {
                terminal.out().json(sums);
            } else {
                sums.forEach(this::show);
            }
            if (sums.isEmpty()) {
                terminal.err().line("No model of a provider was used.");
            }
        }
        return Atmos.DONE;
    }

    private void show(UsageSum sum) {
        terminal.out()
                .line(String.format(
                                Locale.ROOT,
                                "%-44s  %,12d tokens  %10s  %s",
                                sum.name(),
                                sum.tokens(),
                                "$" + dollars(sum.cost()),
                                sum.unpriced() == 0 ? "" : "(%,d calls without a price)".formatted(sum.unpriced()))
                        .stripTrailing());
    }

    static final class Summed implements ITypeConverter<UsageBy> {
        @Override
        public UsageBy convert(String value) {
            try {
                return UsageBy.valueOf(value.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException("choose from day, person, project, session and model");
            }
        }
    }

    private static String dollars(BigDecimal cost) {
        return cost.setScale(cost.signum() > 0 && cost.compareTo(BigDecimal.ONE) < 0 ? 4 : 2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
