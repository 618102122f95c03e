package io.atmoshub.server.model;

import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.providers.Provider;
import io.atmoshub.server.database.Sql;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an admin set for a provider, as the database keeps it: the change without its key, and the key sealed.
record ProviderRow(
        Provider provider, ProviderChange set, @Nullable String sealedKey, String keyEnd) {

    static Map<Provider, ProviderRow> all(EntityManager em) {
        Map<Provider, ProviderRow> rows = new EnumMap<>(Provider.class);
        Sql.list(em, "select * from model_provider", ProviderRow::read).forEach(row -> rows.put(row.provider(), row));
        return rows;
    }

    void write(EntityManager em) {
        Sql.update(
                em,
                """
                insert into model_provider (provider, enabled, base_url, region, models, default_model, max_tokens,
                    timeout_seconds, retries, sealed_key, key_end, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())
                on conflict (provider) do update set enabled = excluded.enabled, base_url = excluded.base_url,
                    region = excluded.region, models = excluded.models, default_model = excluded.default_model,
                    max_tokens = excluded.max_tokens, timeout_seconds = excluded.timeout_seconds,
                    retries = excluded.retries, sealed_key = excluded.sealed_key, key_end = excluded.key_end,
                    changed_at = excluded.changed_at
                """,
                provider.id(),
                set.enabled(),
                set.baseUrl(),
                set.region(),
                String.join("\n", set.models()),
                set.defaultModel(),
                set.maxTokens(),
                set.timeoutSeconds(),
                set.retries(),
                sealedKey,
                keyEnd);
    }

    /// A key is good for this provider at this address, and for nothing else.
    String boundTo() {
        return boundTo(provider, set.baseUrl());
    }

    static String boundTo(Provider provider, @Nullable String baseUrl) {
        return "model_provider/%s/%s".formatted(provider.id(), baseUrl == null ? "" : baseUrl);
    }

    private static ProviderRow read(ResultSet row) throws SQLException {
        ProviderChange set = new ProviderChange(
                row.getBoolean("enabled"),
                null,
                row.getString("base_url"),
                row.getString("region"),
                List.of(row.getString("models").split("\n")),
                row.getString("default_model"),
                row.getInt("max_tokens"),
                row.getInt("timeout_seconds"),
                row.getInt("retries"));
        return new ProviderRow(
                Provider.of(row.getString("provider")).orElseThrow(),
                set,
                row.getString("sealed_key"),
                row.getString("key_end"));
    }
}
