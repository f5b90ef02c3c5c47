;; The hot passes of a tabulation over rows, as `typescript-kernel.ts` says them in TypeScript.
;; Addresses are bytes. Columns have room up to a multiple of 16 rows; what stands there is not read back.
;; Compiled by `node scripts/build-kernels.mjs` into `wasm-bytes.ts`.
(module
  (memory (export "memory") 1)

  ;; Block of each row: home * wide + domain where `within` is 1, home * wide + 0 where it is 0.
  ;; Sixteen rows a round.
  (func (export "placeRows")
    (param $home i32) (param $domain i32) (param $within i32) (param $rows i32) (param $wide i32)
    (param $block i32)
    (local $end i32) (local $factor v128) (local $codes v128) (local $half v128)
    (local.set $end (i32.add (local.get $domain) (local.get $rows)))
    (local.set $factor (i32x4.splat (local.get $wide)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $domain) (local.get $end)))
        (local.set $codes
          (v128.and (v128.load (local.get $domain)) (i8x16.neg (v128.load (local.get $within)))))
        (local.set $half (i16x8.extend_low_i8x16_u (local.get $codes)))
        (v128.store (local.get $block)
          (i32x4.add (i32x4.mul (v128.load (local.get $home)) (local.get $factor))
            (i32x4.extend_low_i16x8_u (local.get $half))))
        (v128.store offset=16 (local.get $block)
          (i32x4.add (i32x4.mul (v128.load offset=16 (local.get $home)) (local.get $factor))
            (i32x4.extend_high_i16x8_u (local.get $half))))
        (local.set $half (i16x8.extend_high_i8x16_u (local.get $codes)))
        (v128.store offset=32 (local.get $block)
          (i32x4.add (i32x4.mul (v128.load offset=32 (local.get $home)) (local.get $factor))
            (i32x4.extend_low_i16x8_u (local.get $half))))
        (v128.store offset=48 (local.get $block)
          (i32x4.add (i32x4.mul (v128.load offset=48 (local.get $home)) (local.get $factor))
            (i32x4.extend_high_i16x8_u (local.get $half))))
        (local.set $domain (i32.add (local.get $domain) (i32.const 16)))
        (local.set $within (i32.add (local.get $within) (i32.const 16)))
        (local.set $home (i32.add (local.get $home) (i32.const 64)))
        (local.set $block (i32.add (local.get $block) (i32.const 64)))
        (br $next))))

  ;; Adds (load, 1) of each row to the pair of numbers of its cell, block * wide + code: one read and
  ;; one write of 16 bytes a row. Four rows a round, then the rest one by one.
  (func (export "sumCodes")
    (param $block i32) (param $codes i32) (param $load i32) (param $rows i32) (param $wide i32)
    (param $pairs i32)
    (local $end i32) (local $at0 i32) (local $at1 i32) (local $at2 i32) (local $at3 i32)
    (local.set $end
      (i32.add (local.get $codes) (i32.and (local.get $rows) (i32.const -4))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $codes) (local.get $end)))
        (local.set $at0
          (i32.add (local.get $pairs)
            (i32.shl
              (i32.add (i32.mul (i32.load (local.get $block)) (local.get $wide))
                (i32.load8_u (local.get $codes)))
              (i32.const 4))))
        (local.set $at1
          (i32.add (local.get $pairs)
            (i32.shl
              (i32.add (i32.mul (i32.load offset=4 (local.get $block)) (local.get $wide))
                (i32.load8_u offset=1 (local.get $codes)))
              (i32.const 4))))
        (local.set $at2
          (i32.add (local.get $pairs)
            (i32.shl
              (i32.add (i32.mul (i32.load offset=8 (local.get $block)) (local.get $wide))
                (i32.load8_u offset=2 (local.get $codes)))
              (i32.const 4))))
        (local.set $at3
          (i32.add (local.get $pairs)
            (i32.shl
              (i32.add (i32.mul (i32.load offset=12 (local.get $block)) (local.get $wide))
                (i32.load8_u offset=3 (local.get $codes)))
              (i32.const 4))))
        (v128.store (local.get $at0)
          (f64x2.add (v128.load (local.get $at0))
            (v128.load64_lane 0 (local.get $load) (v128.const f64x2 0 1))))
        (v128.store (local.get $at1)
          (f64x2.add (v128.load (local.get $at1))
            (v128.load64_lane offset=8 0 (local.get $load) (v128.const f64x2 0 1))))
        (v128.store (local.get $at2)
          (f64x2.add (v128.load (local.get $at2))
            (v128.load64_lane offset=16 0 (local.get $load) (v128.const f64x2 0 1))))
        (v128.store (local.get $at3)
          (f64x2.add (v128.load (local.get $at3))
            (v128.load64_lane offset=24 0 (local.get $load) (v128.const f64x2 0 1))))
        (local.set $block (i32.add (local.get $block) (i32.const 16)))
        (local.set $codes (i32.add (local.get $codes) (i32.const 4)))
        (local.set $load (i32.add (local.get $load) (i32.const 32)))
        (br $next)))
    (local.set $end (i32.add (local.get $end) (i32.and (local.get $rows) (i32.const 3))))
    (block $over
      (loop $rest
        (br_if $over (i32.ge_u (local.get $codes) (local.get $end)))
        (local.set $at0
          (i32.add (local.get $pairs)
            (i32.shl
              (i32.add (i32.mul (i32.load (local.get $block)) (local.get $wide))
                (i32.load8_u (local.get $codes)))
              (i32.const 4))))
        (v128.store (local.get $at0)
          (f64x2.add (v128.load (local.get $at0))
            (v128.load64_lane 0 (local.get $load) (v128.const f64x2 0 1))))
        (local.set $block (i32.add (local.get $block) (i32.const 4)))
        (local.set $codes (i32.add (local.get $codes) (i32.const 1)))
        (local.set $load (i32.add (local.get $load) (i32.const 8)))
        (br $rest))))

  ;; The same with cells given whole: home * wide + cell. A cell of `wide - 1` or more is none, and
  ;; what it adds goes to the last cell of its home.
  (func (export "sumCells")
    (param $home i32) (param $cell i32) (param $load i32) (param $rows i32) (param $wide i32)
    (param $pairs i32)
    (local $end i32) (local $at i32) (local $c i32) (local $none i32)
    (local.set $end (i32.add (local.get $cell) (i32.shl (local.get $rows) (i32.const 2))))
    (local.set $none (i32.sub (local.get $wide) (i32.const 1)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $cell) (local.get $end)))
        (local.set $c (i32.load (local.get $cell)))
        (local.set $at
          (i32.add (local.get $pairs)
            (i32.shl
              (i32.add (i32.mul (i32.load (local.get $home)) (local.get $wide))
                (select (local.get $c) (local.get $none)
                  (i32.lt_u (local.get $c) (local.get $none))))
              (i32.const 4))))
        (v128.store (local.get $at)
          (f64x2.add (v128.load (local.get $at))
            (v128.load64_lane 0 (local.get $load) (v128.const f64x2 0 1))))
        (local.set $home (i32.add (local.get $home) (i32.const 4)))
        (local.set $cell (i32.add (local.get $cell) (i32.const 4)))
        (local.set $load (i32.add (local.get $load) (i32.const 8)))
        (br $next))))

  ;; Like sumCodes with the square of the load: 32 bytes a cell, (load, 1) and (load squared, unused).
  (func (export "sumSquares")
    (param $block i32) (param $codes i32) (param $load i32) (param $rows i32) (param $wide i32)
    (param $quads i32)
    (local $end i32) (local $at i32) (local $value f64)
    (local.set $end (i32.add (local.get $codes) (local.get $rows)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $codes) (local.get $end)))
        (local.set $at
          (i32.add (local.get $quads)
            (i32.shl
              (i32.add (i32.mul (i32.load (local.get $block)) (local.get $wide))
                (i32.load8_u (local.get $codes)))
              (i32.const 5))))
        (local.set $value (f64.load (local.get $load)))
        (v128.store (local.get $at)
          (f64x2.add (v128.load (local.get $at))
            (f64x2.replace_lane 0 (v128.const f64x2 0 1) (local.get $value))))
        (f64.store offset=16 (local.get $at)
          (f64.add (f64.load offset=16 (local.get $at))
            (f64.mul (local.get $value) (local.get $value))))
        (local.set $block (i32.add (local.get $block) (i32.const 4)))
        (local.set $codes (i32.add (local.get $codes) (i32.const 1)))
        (local.set $load (i32.add (local.get $load) (i32.const 8)))
        (br $next))))

  ;; Pairs as two columns, and their sums over homes as pairs in `totals` (zeros before): the first
  ;; `cells` of every `wide` pairs of a home are taken.
  (func (export "takeApart")
    (param $pairs i32) (param $homes i32) (param $cells i32) (param $wide i32)
    (param $sums i32) (param $n i32) (param $totals i32)
    (local $end i32) (local $over i32) (local $at i32) (local $pair v128)
    (local.set $over (i32.shl (i32.sub (local.get $wide) (local.get $cells)) (i32.const 4)))
    (local.set $end
      (i32.add (local.get $pairs)
        (i32.shl (i32.mul (local.get $homes) (local.get $wide)) (i32.const 4))))
    (local.set $wide (i32.add (local.get $totals) (i32.shl (local.get $cells) (i32.const 4))))
    (block $done
      (loop $home
        (br_if $done (i32.ge_u (local.get $pairs) (local.get $end)))
        (local.set $at (local.get $totals))
        (loop $cell
          (local.set $pair (v128.load (local.get $pairs)))
          (f64.store (local.get $sums) (f64x2.extract_lane 0 (local.get $pair)))
          (i32.store (local.get $n) (i32.trunc_sat_f64_u (f64x2.extract_lane 1 (local.get $pair))))
          (v128.store (local.get $at) (f64x2.add (v128.load (local.get $at)) (local.get $pair)))
          (local.set $pairs (i32.add (local.get $pairs) (i32.const 16)))
          (local.set $sums (i32.add (local.get $sums) (i32.const 8)))
          (local.set $n (i32.add (local.get $n) (i32.const 4)))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $cell (i32.lt_u (local.get $at) (local.get $wide))))
        (local.set $pairs (i32.add (local.get $pairs) (local.get $over)))
        (br $home))))

  ;; The largest of bytes; the room behind the last is looked at too.
  (func (export "largest") (param $codes i32) (param $rows i32) (result i32)
    (local $end i32) (local $most v128) (local $found i32) (local $i i32)
    (local.set $end (i32.add (local.get $codes) (local.get $rows)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $codes) (local.get $end)))
        (local.set $most (i8x16.max_u (local.get $most) (v128.load (local.get $codes))))
        (local.set $codes (i32.add (local.get $codes) (i32.const 16)))
        (br $next)))
    (v128.store (i32.const 0) (local.get $most))
    (loop $each
      (local.set $found
        (select (local.get $found) (i32.load8_u (local.get $i))
          (i32.gt_u (local.get $found) (i32.load8_u (local.get $i)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $each (i32.lt_u (local.get $i) (i32.const 16))))
    (local.get $found)))
