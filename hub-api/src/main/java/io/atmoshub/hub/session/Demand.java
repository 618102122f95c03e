package io.atmoshub.hub.session;

/// How many people have to allow a call, and who of them counts.
///
/// @param approvers how many, each with the role approver or above; 0 when anybody who may answer is enough
/// @param notTheAsker whether the one on whose question the assistant works doesn't count
public record Demand(int approvers, boolean notTheAsker) {
    public static final Demand ANYBODY = new Demand(0, false);

    public Demand {
        if (approvers < 0 || approvers > 9) {
            throw new IllegalArgumentException("0 to 9 approvers");
        }
    }

    /// What satisfies both.
    public Demand and(Demand other) {
        return new Demand(Math.max(approvers, other.approvers), notTheAsker || other.notTheAsker);
    }

    /// Whether whatever satisfies this one satisfies the other too.
    public boolean covers(Demand other) {
        return and(other).equals(this);
    }
}
