package io.atmoshub.client.mirror;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.mirror.MirrorFile;
import io.atmoshub.hub.mirror.MirrorFileDetails;
import io.atmoshub.hub.mirror.MirrorPolicies;
import io.atmoshub.hub.mirror.MirrorUsage;
import io.atmoshub.hub.mirror.QuarantineDecision;
import io.atmoshub.hub.mirror.QuarantineId;
import io.atmoshub.hub.mirror.QuarantinedFile;
import io.atmoshub.hub.mirror.Recall;
import io.atmoshub.hub.mirror.RecallOrder;
import java.util.List;

/// The mirror.
public record MirrorOverHttp(Wire wire) implements Mirror {
    @Override
    public Page<MirrorFile> files(String search, PageRequest page) {
        return wire.page(Path.of("mirror", "files").with("search", search).with(page), MirrorFile.class);
    }

    @Override
    public MirrorFileDetails file(String address) {
        return wire.get(Path.of("mirror", "file").with("address", address), MirrorFileDetails.class);
    }

    @Override
    public List<QuarantinedFile> quarantine() {
        return wire.list(Path.of("mirror", "quarantine"), QuarantinedFile.class);
    }

    @Override
    public QuarantinedFile decide(QuarantineId id, QuarantineDecision decision) {
        return wire.post(Path.of("mirror", "quarantine", id), decision, QuarantinedFile.class);
    }

    @Override
    public List<Recall> recalls() {
        return wire.list(Path.of("mirror", "recalls"), Recall.class);
    }

    @Override
    public Recall recall(RecallOrder order) {
        return wire.put(Path.of("mirror", "recalls"), order, Recall.class);
    }

    @Override
    public void liftRecall(RecallOrder order) {
        wire.put(Path.of("mirror", "lifted-recalls"), order);
    }

    @Override
    public MirrorUsage usage() {
        return wire.get(Path.of("mirror", "usage"), MirrorUsage.class);
    }

    @Override
    public MirrorPolicies policy() {
        return new MirrorPoliciesOverHttp(wire);
    }
}
