package palabre.load;

/** One kind of load. */
interface Scenario {
    void run(Plan plan, Figures figures) throws Exception;
}
