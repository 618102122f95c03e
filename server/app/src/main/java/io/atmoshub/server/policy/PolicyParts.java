package io.atmoshub.server.policy;

import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.database.Tx;

/// What policies stand on; the same for every caller.
record PolicyParts(Tx tx, Access access, Audit audit, PolicyStore store, ProjectPolicies projects, Grants grants) {}
