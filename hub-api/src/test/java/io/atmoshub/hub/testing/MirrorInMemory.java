package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.mirror.MirrorFile;
import io.atmoshub.hub.mirror.MirrorFileDetails;
import io.atmoshub.hub.mirror.MirrorPolicies;
import io.atmoshub.hub.mirror.MirrorUsage;
import io.atmoshub.hub.mirror.MirrorUsage.ToolUsage;
import io.atmoshub.hub.mirror.QuarantineDecision;
import io.atmoshub.hub.mirror.QuarantineDecision.Choice;
import io.atmoshub.hub.mirror.QuarantineId;
import io.atmoshub.hub.mirror.QuarantinedFile;
import io.atmoshub.hub.mirror.QuarantinedFile.Decided;
import io.atmoshub.hub.mirror.Recall;
import io.atmoshub.hub.mirror.RecallOrder;
import io.atmoshub.hub.mirror.Verification;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The mirror of the hub in memory: what tests say was taken from it.
record MirrorInMemory(Organisation org, WayIn way) implements Mirror {
    @Override
    public Page<MirrorFile> files(String search, PageRequest page) {
        return reading(() -> Organisation.page(
                org.mirror.files.values().stream()
                        .map(org.mirror::shown)
                        .filter(file -> matches(file, search))
                        .toList()
                        .reversed(),
                page));
    }

    private static boolean matches(MirrorFile file, String search) {
        String all = (file.address() + " " + file.tool() + " " + file.version()).toLowerCase(Locale.ROOT);
        return file.sha256().startsWith(search)
                || List.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                        .allMatch(all::contains);
    }

    @Override
    public MirrorFileDetails file(String address) {
        return reading(() -> {
            MirrorFile file = org.mirror.files.get(address);
            if (file == null) {
                throw Organisation.notFound("file", address);
            }
            return new MirrorFileDetails(org.mirror.shown(file), List.of(), org.mirror.takers(file.sha256()));
        });
    }

    @Override
    public List<QuarantinedFile> quarantine() {
        return reading(() -> List.copyOf(org.mirror.quarantine.values()).reversed().stream()
                .sorted(Comparator.comparing(one -> one.decided() != null))
                .toList());
    }

    @Override
    public QuarantinedFile decide(QuarantineId id, QuarantineDecision decision) {
        return org.locked(() -> {
            Person me = admin();
            QuarantinedFile file = org.mirror.quarantine.get(id);
            if (file == null) {
                throw id.unknown();
            }
            if (file.decided() != null) {
                throw new HubException(ErrorCode.CONFLICT, "Somebody decided already.", "Look again.");
            }
            var decided = new QuarantinedFile(
                    id,
                    file.address(),
                    file.kept(),
                    file.seen(),
                    file.seenSize(),
                    file.foundAt(),
                    new Decided(decision.choice(), decision.reason(), me.login().value(), org.now()));
            org.mirror.quarantine.put(id, decided);
            if (decision.choice() == Choice.ACCEPT) {
                org.mirror.pin(file.address(), file.seen(), file.seenSize(), Verification.DECISION, org.now());
            }
            record("mirror.decide", file.address(), decision.reason());
            return decided;
        });
    }

    @Override
    public List<Recall> recalls() {
        return reading(() -> List.copyOf(org.mirror.recalls.values()).reversed());
    }

    @Override
    public Recall recall(RecallOrder order) {
        return org.locked(() -> {
            Person me = admin();
            var recall = new Recall(
                    order.sha256(), order.reason(), me.login().value(), org.now(), org.mirror.takers(order.sha256()));
            org.mirror.recalls.put(order.sha256(), recall);
            record("mirror.recall", order.sha256(), order.reason());
            return recall;
        });
    }

    @Override
    public void liftRecall(RecallOrder order) {
        org.locked(() -> {
            admin();
            if (org.mirror.recalls.remove(order.sha256()) == null) {
                throw Organisation.notFound("recall of", order.sha256());
            }
            record("mirror.lift", order.sha256(), order.reason());
        });
    }

    @Override
    public MirrorUsage usage() {
        return reading(() -> {
            var files = org.mirror.files.values();
            Map<String, Long> blobs =
                    files.stream().collect(Collectors.toMap(MirrorFile::sha256, MirrorFile::size, (one, same) -> one));
            return new MirrorUsage(
                    files.size(),
                    blobs.size(),
                    blobs.values().stream().mapToLong(Long::longValue).sum(),
                    org.mirror.quarantine.values().stream()
                            .filter(one -> one.decided() == null)
                            .count(),
                    org.mirror.recalls.size(),
                    files.stream().collect(Collectors.groupingBy(MirrorFile::tool)).values().stream()
                            .map(this::tool)
                            .sorted(Comparator.comparing(ToolUsage::downloads)
                                    .reversed()
                                    .thenComparing(ToolUsage::tool))
                            .toList());
        });
    }

    @Override
    public MirrorPolicies policy() {
        return new MirrorPoliciesInMemory(org, way);
    }

    private ToolUsage tool(List<MirrorFile> files) {
        List<String> addresses = files.stream().map(MirrorFile::address).toList();
        var taken = org.mirror.taken.stream()
                .map(MirrorShelf.Taken::download)
                .filter(one -> addresses.contains(one.address()))
                .toList();
        return new ToolUsage(
                files.getFirst().tool(),
                files.stream().map(MirrorFile::version).distinct().sorted().toList(),
                files.stream().map(MirrorFile::platform).distinct().sorted().toList(),
                files.size(),
                files.stream().mapToLong(MirrorFile::size).sum(),
                taken.stream().mapToLong(one -> one.count()).sum(),
                taken.stream().mapToLong(one -> one.bytes()).sum());
    }

    private <T> T reading(Supplier<T> work) {
        return org.locked(() -> {
            org.require(way, Role.VIEWER, Scope.READ);
            return work.get();
        });
    }

    private Person admin() {
        return org.require(way, Role.ADMIN, Scope.ADMIN);
    }

    private void record(String action, String what, String reason) {
        org.record(way, action, "mirror", what, what, Map.of("reason", reason));
    }
}
