package io.atmoshub.toolchain;

/// Who wants to know how far things are, and hears what has to be said aloud. Called from several threads at once.
public interface Progress {
    /// Nobody.
    Progress NONE = new Progress() {
        @Override
        public Meter of(String what) {
            return Meter.NONE;
        }

        @Override
        public void say(String sentence) {}
    };

    /// A download begins.
    Meter of(String what);

    /// What a person should know and nothing fails for: a tool without signature, a cache that can't be written.
    void say(String sentence);

    /// One download.
    interface Meter extends AutoCloseable {
        Meter NONE = new Meter() {
            @Override
            public void size(long bytes) {}

            @Override
            public void at(long bytes) {}

            @Override
            public void close() {}
        };

        /// How much there will be, when the server says it.
        void size(long bytes);

        /// How much there is.
        void at(long bytes);

        @Override
        void close();
    }
}
