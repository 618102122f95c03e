package io.atmoshub.providers.catalogue;

/// A catalogue can't be read: what is wrong, and where.
public final class CatalogueException extends Exception {
    CatalogueException(String sentence) {
        super(sentence);
    }

    CatalogueException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
