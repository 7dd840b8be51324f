package io.github.auth0migration;

import java.util.List;
import java.util.Objects;

/**
 * What a check of a source's set-up found.
 *
 * @param findings one for each thing that was looked at, in order
 * @since 0.1.0
 */
public record CheckReport(List<Finding> findings) {

    /** How a finding is meant. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Works, but an operator should know. */
        WARNING,
        /** Sign-ins or look-ups will not work until this is mended. */
        PROBLEM
    }

    /**
     * One thing that was looked at.
     *
     * @param subject what was looked at, for example {@code token}
     * @param level how it is meant
     * @param sentence what was found and what to do, for an operator; free of secrets
     */
    public record Finding(String subject, Level level, String sentence) {
        /**
         * Checks the components.
         *
         * @param subject what was looked at
         * @param level how it is meant
         * @param sentence what was found and what to do
         */
        public Finding {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(sentence, "sentence");
        }

        /**
         * Something that is as it should be.
         *
         * @param subject what was looked at
         * @param sentence what was found
         * @return the finding
         */
        public static Finding ok(String subject, String sentence) {
            return new Finding(subject, Level.OK, sentence);
        }

        /**
         * Something that works, but that an operator should know.
         *
         * @param subject what was looked at
         * @param sentence what was found and what to do
         * @return the finding
         */
        public static Finding warning(String subject, String sentence) {
            return new Finding(subject, Level.WARNING, sentence);
        }

        /**
         * Something that must be mended.
         *
         * @param subject what was looked at
         * @param sentence what was found and what to do
         * @return the finding
         */
        public static Finding problem(String subject, String sentence) {
            return new Finding(subject, Level.PROBLEM, sentence);
        }

        /**
         * Something that must be mended, and could not be looked at.
         *
         * @param subject what was looked at
         * @param sentence what to do
         * @param failure how the platform could not be asked
         * @return the finding, with the failure in its sentence
         */
        public static Finding problem(String subject, String sentence, Failure failure) {
            return problem(subject, sentence + " (" + failure + ")");
        }
    }

    /**
     * Copies the list.
     *
     * @param findings one for each thing that was looked at
     */
    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** {@return whether nothing is a {@link Level#PROBLEM}} */
    public boolean passed() {
        return findings.stream().noneMatch(f -> f.level() == Level.PROBLEM);
    }
}
