package io.atmoshub.client.testing;

import io.atmoshub.client.testing.LoopbackRoutes.Answered;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.mirror.QuarantineDecision;
import io.atmoshub.hub.mirror.QuarantineId;
import io.atmoshub.hub.mirror.RecallOrder;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyText;
import java.util.List;
import java.util.Map;

/// Which path below `mirror` leads to which call.
final class LoopbackMirror {
    private LoopbackMirror() {}

    static Answered answer(Mirror mirror, String method, List<String> path, Map<String, String> query, String body) {
        return switch (method + " " + path.get(1)) {
            case "GET files" ->
                LoopbackRoutes.ok(mirror.files(query.getOrDefault("search", ""), LoopbackRoutes.page(query)));
            case "GET file" -> LoopbackRoutes.ok(mirror.file(query.getOrDefault("address", "")));
            case "GET quarantine" -> LoopbackRoutes.ok(mirror.quarantine());
            case "POST quarantine" ->
                LoopbackRoutes.ok(
                        mirror.decide(QuarantineId.parse(path.get(2)), HubJson.read(body, QuarantineDecision.class)));
            case "GET recalls" -> LoopbackRoutes.ok(mirror.recalls());
            case "PUT recalls" -> LoopbackRoutes.ok(mirror.recall(HubJson.read(body, RecallOrder.class)));
            case "PUT lifted-recalls" ->
                LoopbackRoutes.done(() -> mirror.liftRecall(HubJson.read(body, RecallOrder.class)));
            case "GET usage" -> LoopbackRoutes.ok(mirror.usage());
            case "GET policy" ->
                LoopbackRoutes.ok(
                        path.size() > 2
                                ? mirror.policy().history()
                                : mirror.policy().current());
            case "PUT policy" -> LoopbackRoutes.ok(mirror.policy().save(HubJson.read(body, PolicyChange.class)));
            case "POST policy" -> {
                var text = HubJson.read(body, PolicyText.class);
                yield LoopbackRoutes.ok(
                        path.get(2).equals("check")
                                ? mirror.policy().check(text)
                                : mirror.policy().simulate(text));
            }
            default -> throw new HubException(ErrorCode.NOT_FOUND, "There is nothing at " + path, "Look again.");
        };
    }
}
