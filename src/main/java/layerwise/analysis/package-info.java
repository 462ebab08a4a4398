/**
 * The calculators: what a network costs and what its units see, folded from its steps; no engine is loaded for any of
 * it.
 *
 * <p>A total, a part and a step are counted alike:
 *
 * <pre>{@code
 * var lenet5 = LeNet5.paper();
 * Cost.of(lenet5);                                   // → Cost[parameters=60000, macs=325680, connections=340908]
 * Part.of(lenet5, 1).get(2).cost().parameters();     // → 1516
 * Cost.of(lenet5.steps().get(0)).macs();             // → 117600
 * }</pre>
 *
 * <p>A result says by which convention it was counted. Frameworks print different totals of one network because one counts
 * the statistics of norms and another does not:
 *
 * <pre>{@code
 * var xs = ParameterCount.of(Zoo.network("mobilenet-v2"));
 * xs.trainable();                                    // → 3504872
 * xs.total();                                        // → 3538984
 * Depth.of(Zoo.network("googlenet")).layers();       // → 22
 * Depth.of(lenet5, Depth.Rule.WITH_SUBSAMPLING).layers();   // → 7
 * }</pre>
 *
 * <p>Arithmetic has classes, and a part of a network has its share of each:
 *
 * <pre>{@code
 * OperationCount.of(Zoo.network("alexnet")).total().multiplyAdds() - Cost.of(Zoo.network("alexnet")).macs();   // → 2385120
 * }</pre>
 *
 * <p>Memory and fields follow the graph: branches are held until they are joined, and the longest branch sees most.
 *
 * <pre>{@code
 * Memory.inference(lenet5, Precision.FP32, Buffers.OVERWRITTEN).weights();     // → 243360
 * ReceptiveField.behind(Zoo.network("vgg-16"), "pool5").rows().size();             // → 212
 * InputSize.smallest(Zoo.network("alexnet"));                                  // → 3×67×67
 * }</pre>
 *
 * <p>What would be if it were otherwise is the difference of two counts:
 *
 * <pre>{@code
 * var saving = WhatIf.bottleneck(Shape.of(480, 14, 14), conv(48, 5).same().noBias(), 16);
 * saving.before().macs() + " → " + saving.after().macs();                      // → 112896000 → 5268480
 * Lineup.compare(Zoo.network("resnet-50"), Zoo.network("resnet-50-v1.5")).changes().size();   // → 12
 * }</pre>
 *
 * <p>A unit and a module can be looked at closely:
 *
 * <pre>{@code
 * UnitField.of(lenet5, "S2", 3, 9).left();                                     // → 18
 * var module = Xray.of(Zoo.network("googlenet")).modules().get(2);
 * module.naive().get().shares().get(2).cost().macs();                          // → 112896000
 * }</pre>
 *
 * <p>{@link layerwise.analysis.Reconciliation} searches the {@link layerwise.analysis.Convention}s of the literature for
 * those that yield a printed number, or says that none does:
 *
 * <pre>{@code
 * var printed = Reconciliation.reconcile(Zoo.network("googlenet"), 13_000_000);
 * printed.likeliest().get().departures();                                      // → [WITH_HEADS]
 * printed.likeliest().get().counts();                                          // → [13378280]
 * Reconciliation.reconcile(Zoo.network("alexnet"), Quoted.of("630M connections")).found();   // → false
 * }</pre>
 *
 * <p>Read {@link layerwise.analysis.Summary} first, the row that every table prints, then {@link
 * layerwise.analysis.Cost} and {@link layerwise.analysis.ReceptiveField}. Results are numbers with a named unit; how they are
 * printed is not known here.
 */
package layerwise.analysis;
