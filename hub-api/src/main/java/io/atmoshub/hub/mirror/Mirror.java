package io.atmoshub.hub.mirror;

import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import java.util.List;

/// The mirror of tools: what it holds and pinned, what waits for a decision, what nobody gets any more. Everybody who
/// is signed in looks; admins decide, and each decision has a reason.
public interface Mirror {
    /// The files that were pinned, newest first; all that hold the words of `search` in their address, tool or version,
    /// or whose hash begins with it.
    Page<MirrorFile> files(String search, PageRequest page);

    /// A file by the address that upstream has for it, with what vouches for it and who took it.
    MirrorFileDetails file(String address);

    /// What upstream gave later and differs: the undecided first, then the newest; the first 200.
    List<QuarantinedFile> quarantine();

    /// Keeps what was pinned, or pins what upstream gives now. For admins. CONFLICT when somebody was faster.
    QuarantinedFile decide(QuarantineId id, QuarantineDecision decision);

    /// The hashes that nobody gets any more, newest first, with who took them.
    List<Recall> recalls();

    /// From now on nobody gets these bytes, at whatever address. For admins.
    Recall recall(RecallOrder order);

    /// Gives these bytes out again. For admins. NOT_FOUND when they are not recalled.
    void liftRecall(RecallOrder order);

    /// How much there is, by tool.
    MirrorUsage usage();

    MirrorPolicies policy();
}
