package io.atmoshub.project.remote;

import io.atmoshub.project.Limits;
import io.atmoshub.project.remote.RemoteException.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// Whether a host, and the address that its name leads to right now, may be asked.
record Reachable(Limits limits) {
    /// @throws RemoteException when it may not: a name that is listed must not lead into a private network
    InetAddress address(String host) throws UnknownHostException {
        check(host);
        InetAddress[] all = InetAddress.getAllByName(host);
        for (InetAddress address : all) {
            if (isAllowed(address)) {
                return address;
            }
        }
        throw new RemoteException(
                Kind.REFUSED,
                "%s is at the private address %s, which may not be reached here."
                        .formatted(host, all[0].getHostAddress()),
                "Whoever runs this can list the address itself; or vendor the file into the project.");
    }

    void check(String host) {
        if (!limits.mayReach(host)) {
            throw new RemoteException(
                    Kind.REFUSED,
                    "The host %s may not be reached here.".formatted(host),
                    "Whoever runs this can list it; or vendor the file into the project.");
        }
    }

    boolean isAllowed(InetAddress address) {
        return isUnlimited() || PublicAddress.is(address) || limits.mayReach(address.getHostAddress());
    }

    boolean isUnlimited() {
        return limits.hosts().contains(Limits.ANY);
    }
}
