package io.atmoshub.server.schema;

/// Which database, and as whom. Printing it never shows the password.
public record DatabaseLogin(String url, String user, String password) {
    @Override
    public String toString() {
        return user + " at " + place();
    }

    /// The address without its parameters, which may carry secrets.
    public String place() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
